-- Why an entry gets no award; null for every other.
alter table entries add column disqualified text;
-- The entries that share a prize.
create table prize_entries (
  prize_id text not null references prizes on delete cascade,
  event_id text not null,
  entry_id text not null,
  place smallint not null,
  primary key (prize_id, entry_id),
  foreign key (event_id, entry_id) references entries (event_id, id) on delete cascade
);
insert into prize_entries (prize_id, event_id, entry_id, place)
  select id, event_id, entry_id, 1 from prizes where entry_id is not null;
alter table prizes drop column entry_id;
