-- Only the organiser may change entries from then on.
alter table events add column entries_frozen boolean not null default false;

-- The team has reported that it waits by the stage; cleared when it leaves the stage.
alter table entries add column ready boolean not null default false;

-- A row without an entry is the event's own picture.
alter table pictures
  drop constraint pictures_pkey,
  add column entry_id text,
  add foreign key (event_id, entry_id) references entries (event_id, id) on delete cascade,
  add constraint one_picture unique nulls not distinct (event_id, entry_id);
