-- A challenge: a prize with its own judges, entries and up to two questions on the ballots of those judges for those entries.
create table challenges (
  id text primary key,
  event_id text not null references events (id) on delete cascade,
  place integer not null,
  name text not null,
  description text not null default '',
  given_by text not null default '',
  criteria jsonb not null default '[]'
);
create index on challenges (event_id);
create table challenge_judges (
  challenge_id text not null references challenges (id) on delete cascade,
  judge_id text not null references judges (id) on delete cascade,
  event_id text not null references events (id) on delete cascade,
  primary key (challenge_id, judge_id)
);
create index on challenge_judges (judge_id);
create table challenge_entries (
  challenge_id text not null references challenges (id) on delete cascade,
  entry_id text not null references entries (id) on delete cascade,
  event_id text not null references events (id) on delete cascade,
  primary key (challenge_id, entry_id)
);
create index on challenge_entries (entry_id);
-- Scores only for challenges: not part of the panel that decides the places.
alter table judges add column challenge_only boolean not null default false;
-- The order in which the reveal shows the awards: their ids and 'places'. Empty: the usual order.
alter table events add column award_order text[] not null default '{}';
-- A team with an award gets no further one by score; the next team does.
alter table events add column one_award_per_team boolean not null default false;
