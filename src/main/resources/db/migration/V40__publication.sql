-- From when the public may read a sealed declaration. No row: never.
create table publication (
    declaration_id uuid primary key references declaration (id),
    public_from timestamp(6) with time zone not null
);

-- Who agreed to be named on the public page. Bound to the person: a successor in the same place has agreed to nothing.
create table listing (
    signatory_id uuid not null references signatory (id),
    person_version integer not null,
    agreed_at timestamp(6) with time zone not null,
    primary key (signatory_id, person_version)
);
