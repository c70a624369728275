-- Everybody who held a signatory's place before the one who holds it now.
create table signatory_person (
    signatory_id uuid not null references signatory (id),
    person_version integer not null,
    given_name varchar(100) not null,
    family_name varchar(100) not null,
    capacity varchar(200) not null,
    email varchar(254) not null,
    language_tag varchar(20) not null,
    left_at timestamp(6) with time zone not null,
    primary key (signatory_id, person_version)
);

-- The last thing that happened to every open invitation at once, and how often such a thing has happened: a letter tells it.
alter table declaration add column turn varchar(20);
alter table declaration add column turn_number integer default 0 not null;
alter table declaration add column paused_at timestamp(6) with time zone;
