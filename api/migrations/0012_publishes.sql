-- What everyone may read of the published result: the winners, or all standings.
alter table events add column publishes text not null default 'winners' check (publishes in ('winners', 'everything'));
