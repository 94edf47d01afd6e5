-- True when the chair declares entries joint that are too close to call, although their scores differ.
alter table casting_votes add column joint boolean not null default false;
