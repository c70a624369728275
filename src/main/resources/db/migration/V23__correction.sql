-- The declaration whose text this one corrects; that one is superseded.
alter table declaration add column supersedes uuid references declaration (id);
create unique index declaration_supersedes on declaration (supersedes);
