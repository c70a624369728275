-- What the judge said of a sealed file, kept with the digest of the very bytes it was said of.
create table judgement (
    declaration_id uuid not null,
    file_sha256 varchar(64) not null,
    judged_at timestamp(6) with time zone not null,
    content ${bytes} not null,
    primary key (declaration_id, file_sha256)
);
