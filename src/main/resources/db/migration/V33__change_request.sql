-- What signatories would like to be changed in the text before they sign; numbered for each signatory.
create table change_request (
    signatory_id uuid not null references signatory (id),
    request_number integer not null,
    declaration_id uuid not null references declaration (id),
    person_version integer not null,
    passage varchar(200) not null,
    content varchar(2000) not null,
    asked_at timestamp(6) with time zone not null,
    primary key (signatory_id, request_number)
);

create index change_request_declaration on change_request (declaration_id);
