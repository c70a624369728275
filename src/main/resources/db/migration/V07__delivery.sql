-- Personal links to a final copy that is too large for a letter. The secret itself is nowhere.
create table final_copy_link (
    token_sha256 varchar(64) primary key,
    declaration_id uuid not null,
    revision_number integer not null,
    recipient varchar(120) not null,
    expires_at timestamp(6) with time zone not null
);
