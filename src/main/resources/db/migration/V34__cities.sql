-- By whose clocks people are told the instants of a declaration; none until its release, unless somebody chose them.
alter table declaration add column cities varchar(500) default '' not null;
