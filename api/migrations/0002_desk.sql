-- An entry may have its own times, or be skipped.
alter table entries
  add column talk_seconds integer check (talk_seconds > 0),
  add column questions_seconds integer check (questions_seconds >= 0),
  add column skipped boolean not null default false;

-- When a judge's phone was last connected, so that the desk can show who is offline.
alter table judges add column seen_at timestamptz;

-- One picture an event, which the stage shows when nothing else is on.
create table pictures (
  event_id text primary key references events on delete cascade,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null,
  digest text not null
);
