-- No address while the party has still to say who signs for it; the names are empty then, and the capacity may be.
alter table signatory alter column email drop not null;
