-- A rehearsal is a copy of an event, played by made-up judges. An event has at most one.
alter table events add column rehearsal_of text unique references events on delete cascade;

-- Progress of a rehearsal, so that any instance can show what another one plays.
create table rehearsals (
  event_id text primary key references events on delete cascade,
  judges smallint not null,
  speed double precision not null check (speed > 0),
  by_hand boolean not null,
  said text[] not null default '{}',
  report jsonb,
  instance text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz
);
