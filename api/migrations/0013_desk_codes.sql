-- A code on one desk's screen with which another laptop takes over. It works once, until it expires or is replaced.
create table desk_codes (
  event_id text primary key references events on delete cascade,
  hash bytea not null,
  expires_at timestamptz not null
);
