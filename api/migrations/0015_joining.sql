-- Whom a judge who waits claims to be: a listed judge, or one who was removed.
alter table judges add column same_as text;
-- The judge who holds the ballots and keys since the desk merged the two.
alter table judges add column merged_into text;
