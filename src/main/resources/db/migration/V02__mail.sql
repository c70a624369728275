-- One row for each letter, never its text or its address.
create table letter (
    -- SHA-256 of kind, declaration, recipient and sequence: a unique constraint over them would let a null declaration through twice.
    key_digest varchar(64) primary key,
    kind varchar(40) not null,
    declaration_id uuid,
    recipient varchar(120) not null,
    sequence_number integer not null,
    message_id varchar(200) not null,
    state varchar(10) not null,
    attempts integer not null,
    server_answer varchar(500) not null,
    first_attempt_at timestamp(6) with time zone not null,
    last_attempt_at timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone
);

create index letter_of_declaration on letter (declaration_id);
