-- Declarations that are instruments attached to an archived one, whose own bytes never change.
create table instrument (
    declaration_id uuid not null primary key references declaration (id),
    original_id uuid not null references declaration (id),
    kind varchar(40) not null,
    original_sha256 varchar(64) not null
);

create index instrument_of_original on instrument (original_id);
