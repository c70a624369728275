create table staff (
    staff_id uuid primary key,
    display_name varchar not null,
    email varchar(254) not null,
    -- the address in lower case: letter case never distinguishes two people
    email_key varchar(254) not null unique,
    locale varchar(16) not null,
    roles varchar(80) not null,
    password_hash varchar not null,
    totp_secret ${bytes} not null,
    -- a code of this step or an earlier one is spent (RFC 6238, section 5.2)
    totp_last_step bigint not null,
    created_at timestamp(6) with time zone not null,
    disabled_at timestamp(6) with time zone
);

create table staff_invitation (
    token_sha256 varchar(64) primary key,
    -- null for the first organiser, who is whoever reads the log
    email varchar(254),
    roles varchar(80) not null,
    invited_by uuid references staff (staff_id),
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone
);

create table staff_session (
    token_sha256 varchar(64) primary key,
    staff_id uuid not null references staff (staff_id),
    last_seen_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);

create table api_token (
    api_token_id uuid primary key,
    staff_id uuid not null references staff (staff_id),
    token_name varchar(80) not null,
    token_sha256 varchar(64) not null unique,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);

create table attempt_count (
    subject_sha256 varchar(64) primary key,
    attempts integer not null,
    window_ends_at timestamp(6) with time zone not null
);
