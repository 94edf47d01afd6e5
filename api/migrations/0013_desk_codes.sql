-- A code that one desk shows so that another laptop can take over. It works once, and not for long; a new one replaces it.
create table desk_codes (
  event_id text primary key references events on delete cascade,
  hash bytea not null,
  expires_at timestamptz not null
);
