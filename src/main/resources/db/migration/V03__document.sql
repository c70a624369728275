create table document_chain (
    declaration_id uuid primary key,
    head_number integer not null,
    head_sha256 varchar(64) not null,
    frozen boolean not null
);

-- Deltas, not copies: the file is the concatenation of its rows in their order.
create table document_revision (
    declaration_id uuid not null references document_chain (declaration_id),
    revision_number integer not null,
    kind varchar(20) not null,
    delta ${bytes} not null,
    total_length bigint not null,
    sha256 varchar(64) not null,
    at_instant timestamp(6) with time zone not null,
    primary key (declaration_id, revision_number)
);
