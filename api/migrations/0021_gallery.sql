-- Until when only the organiser sees the gallery of all entries. What it holds is on the room's page from the start.
alter table events add column gallery_public text not null default 'from-doors'
  check (gallery_public in ('never', 'from-doors', 'after-result'));
