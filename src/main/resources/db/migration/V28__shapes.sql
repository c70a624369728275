-- The terms under which a declaration circulates, and the instant at which its rule of completion was met.
alter table declaration add column completion_rule varchar(4000) default 'all' not null;
alter table declaration add column open_until timestamp(6) with time zone;
alter table declaration add column precedence_order varchar(400) default 'fixed list' not null;
alter table declaration add column ad_referendum boolean default false not null;
alter table declaration add column effective_at timestamp(6) with time zone;

-- Since when a party is bound: its last signatory has signed, and every provisional signature is confirmed.
alter table party add column bound_at timestamp(6) with time zone;

alter table signatory add column signatory_role varchar(20) default 'SIGNATORY' not null;
alter table signatory add column ad_referendum boolean default false not null;
alter table signatory add column confirmed_at timestamp(6) with time zone;
