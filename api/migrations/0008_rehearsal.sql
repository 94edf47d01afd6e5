-- A rehearsal is a copy of an event that made-up people play. It belongs to the event that it was copied from, which has one at most.
alter table events add column rehearsal_of text unique references events on delete cascade;

-- How the playing goes, read from here whichever instance plays.
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
