-- What everyone reads of the published result: the winners, or the whole table.
alter table events add column publishes text not null default 'winners' check (publishes in ('winners', 'everything'));
