-- The deck that is current: its number of pages, and its version, which names its rows in slide_pages. Null: the entry has no slides.
alter table entries add column slides jsonb;
-- Pages that turn by themselves, after so many seconds each; null: by hand.
alter table entries add column page_seconds integer check (page_seconds between 2 and 3600);

-- Pages of the current deck, and of one that is being uploaded and becomes current once it is complete.
create table slide_pages (
  event_id text not null,
  entry_id text not null,
  deck text not null,
  page integer not null check (page between 1 and 40),
  media_type text not null,
  bytes bytea not null,
  primary key (event_id, entry_id, deck, page),
  foreign key (event_id, entry_id) references entries (event_id, id) on delete cascade
);
