-- The judge whom a waiting judge claims to be: a listed or a removed one.
alter table judges add column same_as text;
-- The judge who got this one's ballots and keys in a merge.
alter table judges add column merged_into text;
