-- False while the rules of a draft are proposals that no organiser has looked at.
alter table declaration add column rules_set boolean default true not null;
