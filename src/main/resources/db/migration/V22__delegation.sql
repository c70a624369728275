-- Whether an organiser confirms each delegation (CONFIRM), or all are allowed beforehand (ALLOW).
alter table declaration add column delegation_rule varchar(20) default 'CONFIRM' not null;
-- For whom a delegate acts, as the signature names that person.
alter table signatory add column on_behalf_of varchar(201);

-- Whom signatories have named to act in their place; numbered for each signatory. Undecided while nothing came of it.
create table delegation (
    signatory_id uuid not null references signatory (id),
    delegation_number integer not null,
    declaration_id uuid not null references declaration (id),
    person_version integer not null,
    given_name varchar(100) not null,
    family_name varchar(100) not null,
    capacity varchar(200) not null,
    email varchar(254) not null,
    language_tag varchar(20) not null,
    asked_at timestamp(6) with time zone not null,
    decision varchar(20),
    primary key (signatory_id, delegation_number)
);

create index delegation_declaration on delegation (declaration_id);
