-- Logos of projects, by what they are: two declarations of one project share one.
create table logo (
    sha256 varchar(64) not null primary key,
    png ${bytes} not null,
    width integer not null,
    height integer not null
);

-- What a declaration says of its funding. No row: nobody has decided yet, and it is not released.
create table publicity (
    declaration_id uuid not null primary key references declaration (id),
    due boolean not null,
    mention_fr varchar(300) not null,
    mention_nl varchar(300) not null,
    mention_en varchar(300) not null,
    emblem boolean not null,
    logo_sha256 varchar(64) references logo (sha256),
    logo_name varchar(120)
);

-- What has been released showed the mention, and no emblem. Drafts are asked anew.
insert into publicity (declaration_id, due, mention_fr, mention_nl, mention_en, emblem)
select id, true,
    'Avec le soutien du Fonds européen de développement régional',
    'Met steun van het Europees Fonds voor Regionale Ontwikkeling',
    'With the support of the European Regional Development Fund',
    false
from declaration where declaration_state <> 'DRAFT';
