-- From here on the organiser alone changes entries.
alter table events add column entries_frozen boolean not null default false;

-- The team has said that it waits by the stage; cleared when it has been on.
alter table entries add column ready boolean not null default false;

-- An entry has a picture of its own as well; the row without an entry is the event's.
alter table pictures
  drop constraint pictures_pkey,
  add column entry_id text,
  add foreign key (event_id, entry_id) references entries (event_id, id) on delete cascade,
  add constraint one_picture unique nulls not distinct (event_id, entry_id);
