-- On what somebody's authority to sign for a party rests, and who has looked at it. One for each person who has held a place.
create table mandate (
    signatory_id uuid not null references signatory (id),
    person_version integer not null,
    declaration_id uuid not null references declaration (id),
    ground varchar(20) not null,
    statement varchar(300) not null,
    checked_by varchar(200) not null,
    recorded_at timestamp(6) with time zone not null,
    -- The document that proves it, as it was brought; a mandate may rest on one that lies elsewhere.
    document_type varchar(10),
    document_sha256 varchar(64),
    document ${bytes},
    primary key (signatory_id, person_version)
);

create index mandate_declaration on mandate (declaration_id);
