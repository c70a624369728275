-- Whoever signs elsewhere has the head of the chain to themselves for a while: one person at a time.
create table head_lease (
    declaration_id uuid primary key references document_chain (declaration_id),
    signatory_id uuid not null,
    head_number integer not null,
    head_sha256 varchar(64) not null,
    expires_at timestamp(6) with time zone not null
);
