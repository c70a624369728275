-- A link's secret is known to the letter alone; here stands its digest.
create table signing_link (
    token_sha256 varchar(64) primary key,
    declaration_id uuid not null,
    signatory_id uuid not null,
    person_version integer not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);

create index signing_link_signatory on signing_link (signatory_id);

-- One browser that asked for a code. The code's digest is salted with the browser's own secret, which is not kept here.
create table signing_session (
    secret_sha256 varchar(64) primary key,
    declaration_id uuid not null,
    signatory_id uuid not null,
    person_version integer not null,
    created_at timestamp(6) with time zone not null,
    code_sha256 varchar(64) not null,
    code_expires_at timestamp(6) with time zone not null,
    tries integer not null,
    accepted_at timestamp(6) with time zone,
    shown_at timestamp(6) with time zone,
    shown_revision integer,
    shown_sha256 varchar(64)
);

create index signing_session_signatory on signing_session (signatory_id);
