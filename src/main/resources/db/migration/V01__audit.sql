create table audit_head (
    declaration_id uuid primary key,
    entries bigint not null,
    head_hash varchar(64) not null
);

create table audit_entry (
    declaration_id uuid not null references audit_head (declaration_id),
    entry_number bigint not null,
    at_instant timestamp(6) with time zone not null,
    event_type varchar(40) not null,
    actor varchar(80) not null,
    details varchar not null,
    previous_hash varchar(64) not null,
    entry_hash varchar(64) not null,
    primary key (declaration_id, entry_number)
);
