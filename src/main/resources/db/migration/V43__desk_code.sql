-- What an organiser gives to a signatory who stands at the desk. Of the secret in the QR code and of the short code beside it
-- only digests stand here, the latter under the service's own key: eight characters could be guessed from a plain one.
create table desk_code (
    token_sha256 varchar(64) primary key,
    code_sha256 varchar(64) not null unique,
    declaration_id uuid not null,
    signatory_id uuid not null,
    person_version integer not null,
    officer_id uuid not null,
    given_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    -- a younger one took its place
    replaced_at timestamp(6) with time zone,
    used_at timestamp(6) with time zone
);

create index desk_code_signatory on desk_code (signatory_id);

-- A link that a desk code opened leads nowhere once its session is over; no mail carries it.
alter table signing_link add column at_desk boolean default false not null;

-- Sessions on a tablet of the desk: who gave the code, until when, and whether the answer was given in it.
alter table signing_session add column officer_id uuid;
alter table signing_session add column desk_ends_at timestamp(6) with time zone;
alter table signing_session add column desk_answered_at timestamp(6) with time zone;

-- Whether who answered was at the desk; null where nobody has answered by a link of this service.
alter table signatory add column attendance varchar(7);
