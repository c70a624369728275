-- One row, locked while a draft takes its number: a reference is never given twice, not even after a roll-back.
create table declaration_counter (
    id integer primary key,
    counted_year integer not null,
    last_number integer not null
);

insert into declaration_counter (id, counted_year, last_number) values (1, 0, 0);

create table declaration (
    id uuid primary key,
    reference varchar(20) not null unique,
    declaration_state varchar(20) not null,
    title varchar(300) not null,
    place_and_date varchar(300) not null,
    languages varchar(80) not null,
    zone varchar(60) not null,
    deadline timestamp(6) with time zone not null,
    text_sha256 varchar(64) not null,
    pages integer not null,
    created_at timestamp(6) with time zone not null,
    released_at timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    archived_at timestamp(6) with time zone,
    withdrawal_reason varchar(1000)
);

create table declaration_text (
    declaration_id uuid not null references declaration (id),
    language_tag varchar(20) not null,
    content varchar not null,
    primary key (declaration_id, language_tag)
);

create table declaration_organiser (
    declaration_id uuid not null references declaration (id),
    staff_id uuid not null,
    full_name varchar(200) not null,
    email varchar(254) not null,
    language_tag varchar(20) not null,
    primary key (declaration_id, staff_id)
);

create index declaration_organiser_staff on declaration_organiser (staff_id);

create table party (
    id uuid primary key,
    declaration_id uuid not null references declaration (id),
    precedence integer not null,
    side varchar(100) not null,
    name varchar(200) not null,
    region varchar(100) not null,
    contact varchar(254),
    unique (declaration_id, name)
);

create table signatory (
    id uuid primary key,
    declaration_id uuid not null references declaration (id),
    party_id uuid not null references party (id),
    precedence integer not null,
    signing_round integer not null,
    given_name varchar(100) not null,
    family_name varchar(100) not null,
    capacity varchar(200) not null,
    email varchar(254) not null,
    language_tag varchar(20) not null,
    person_version integer not null,
    round_started boolean not null,
    round_settled boolean not null,
    invited_at timestamp(6) with time zone,
    consented_at timestamp(6) with time zone,
    refused_at timestamp(6) with time zone,
    refusal_reason varchar(2000),
    expired_at timestamp(6) with time zone,
    signed_at timestamp(6) with time zone,
    revision_number integer
);

create index signatory_declaration on signatory (declaration_id);
create index signatory_party on signatory (party_id);
