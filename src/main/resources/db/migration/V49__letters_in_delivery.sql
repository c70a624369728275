-- A letter is claimed, handed over and settled in two short transactions; a claim that nobody settles ends with its lease.
alter table letter add column lease_until timestamp(6) with time zone;
-- Attempts of which nobody knows whether the server took the letter: the node stopped in between.
alter table letter add column unsettled integer default 0 not null;
create index letter_in_delivery on letter (lease_until);
