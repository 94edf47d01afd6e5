-- Grows when the rubric changes, or which entries are scored. A ballot checked against an older value is checked again.
alter table events add column judging_version integer not null default 1;
