-- What happens after a refusal, as the organisers have chosen for the declaration.
alter table declaration add column after_refusal varchar(20) default 'CONTINUE' not null;
