-- Written once: no statement of the service changes or removes a row of these tables.
create table archive_package (
    declaration_id uuid primary key references declaration (id),
    content ${bytes} not null,
    content_length bigint not null,
    content_sha256 varchar(64) not null
);

create table archive_entry (
    declaration_id uuid primary key references archive_package (declaration_id),
    reference varchar(20) not null unique,
    title varchar(300) not null,
    zone varchar(60) not null,
    closed_at timestamp(6) with time zone not null,
    -- The day of closing in the declaration's own zone: what people search by.
    closed_on date not null,
    archived_at timestamp(6) with time zone not null,
    parties integer not null,
    signatures integer not null,
    document_revision integer not null,
    document_sha256 varchar(64) not null,
    -- Without accents, in lower case, letters and digits only, when the package was kept.
    search_title varchar not null,
    search_all varchar not null
);

create index archive_entry_closed on archive_entry (closed_at, reference);

create table archive_name (
    declaration_id uuid not null references archive_entry (declaration_id),
    name_number integer not null,
    name_kind varchar(10) not null,
    search_name varchar not null,
    primary key (declaration_id, name_number)
);
