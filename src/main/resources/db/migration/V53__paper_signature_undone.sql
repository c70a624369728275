-- Signatures on paper that were recorded by mistake: how often of whom. What was taken back, and why, stands in the audit trail;
-- the scan, which proves nothing of this person, is not kept.
create table paper_signature_undone (
    signatory_id uuid not null references signatory (id),
    undone_number integer not null,
    person_version integer not null,
    undone_at timestamp(6) with time zone not null,
    primary key (signatory_id, undone_number)
);
