-- When an organiser recorded that somebody has signed on paper; no signature of theirs stands in the document.
alter table signatory add column paper_at timestamp(6) with time zone;

-- The scan of what was signed on paper, as it was brought.
create table paper_signature (
    signatory_id uuid primary key references signatory (id),
    declaration_id uuid not null references declaration (id),
    signed_on date not null,
    recorded_at timestamp(6) with time zone not null,
    scan_type varchar(10) not null,
    scan_sha256 varchar(64) not null,
    scan ${bytes} not null
);

create index paper_signature_declaration on paper_signature (declaration_id);
