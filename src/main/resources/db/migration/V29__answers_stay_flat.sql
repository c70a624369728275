-- What every answer asks is found without reading the other signatories: is anybody of the round open, is any party not bound,
-- how many have signed.
create index signatory_open on signatory (declaration_id, round_settled, round_started);
create index signatory_signed on signatory (declaration_id, signed_at);
create index party_bound on party (declaration_id, bound_at);
