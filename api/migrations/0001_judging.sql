-- `show` is what cues change; its shape is Show in rules/show/show.ts. `version` grows with every change that a screen can see,
-- `line_up_version` with changes to the event, its rubric and its entries.
create table events (
  id text primary key,
  slug text not null unique,
  code text not null unique,
  name text not null,
  venue text not null,
  starts_at timestamptz,
  talk_seconds integer not null check (talk_seconds > 0),
  questions_seconds integer not null check (questions_seconds >= 0),
  admission text not null check (admission in ('open', 'desk', 'link')),
  method text not null check (method in ('levelled', 'mean')),
  places smallint not null check (places between 1 and 10),
  criterion_awards text[] not null default '{}',
  phase text not null check (phase in ('setup', 'live', 'closed', 'revealing', 'final')),
  show jsonb not null,
  version integer not null default 1,
  line_up_version integer not null default 1,
  created_at timestamptz not null default now()
);

create table criteria (
  event_id text not null references events on delete cascade,
  id text not null,
  place smallint not null,
  name text not null,
  description text not null,
  min smallint not null,
  max smallint not null,
  weight double precision not null check (weight > 0),
  levels jsonb not null,
  primary key (event_id, id),
  check (min < max)
);

create table entries (
  id text primary key,
  event_id text not null references events on delete cascade,
  slot integer not null,
  title text not null,
  team text not null,
  summary text not null,
  organisations text[] not null,
  members text[] not null,
  link text not null,
  created_at timestamptz not null default now(),
  unique (event_id, id),
  unique (event_id, slot) deferrable initially deferred
);

create table judges (
  id text primary key,
  event_id text not null references events on delete cascade,
  name text not null,
  role text not null,
  organisation text not null,
  status text not null check (status in ('waiting', 'admitted', 'removed')),
  away boolean not null default false,
  joined_at timestamptz not null default now(),
  unique (event_id, id)
);

-- Only the SHA-256 of a key is stored. A key gives access only to what its row names.
create table keys (
  hash bytea primary key,
  role text not null check (role in ('owner', 'organiser', 'judge', 'team')),
  event_id text references events on delete cascade,
  judge_id text references judges on delete cascade,
  entry_id text references entries on delete cascade,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  check ((role = 'owner') = (event_id is null)),
  check ((role = 'judge') = (judge_id is not null)),
  check ((role = 'team') = (entry_id is not null))
);
create index keys_of_event on keys (event_id);

-- A ballot is saved whole, so its scores are one value; rules/ballot checks them against the rubric.
create table ballots (
  judge_id text not null,
  entry_id text not null,
  event_id text not null references events on delete cascade,
  scores jsonb not null,
  comment text not null,
  recused boolean not null,
  complete boolean not null,
  edited_at timestamptz not null,
  saved_at timestamptz not null default now(),
  primary key (judge_id, entry_id),
  foreign key (event_id, judge_id) references judges (event_id, id) on delete cascade,
  foreign key (event_id, entry_id) references entries (event_id, id) on delete cascade,
  check (not (recused and complete))
);
create index ballots_of_entry on ballots (entry_id);
create index ballots_of_event on ballots (event_id);

-- Every accepted edit, in commit order. Rows are only added.
create table ballot_history (
  id bigint generated always as identity primary key,
  event_id text not null references events on delete cascade,
  judge_id text not null,
  entry_id text not null,
  scores jsonb not null,
  comment text not null,
  recused boolean not null,
  edited_at timestamptz not null,
  saved_at timestamptz not null default now(),
  instance text not null
);
create index ballot_history_of_event on ballot_history (event_id);

-- Every cue, and every other change that people may ask about later.
create table event_history (
  id bigint generated always as identity primary key,
  event_id text not null references events on delete cascade,
  at timestamptz not null default now(),
  version integer,
  what text not null,
  detail jsonb not null,
  instance text not null
);
create index event_history_of_event on event_history (event_id);

-- A prize that the organiser awards by name, without scores.
create table prizes (
  id text primary key,
  event_id text not null references events on delete cascade,
  place smallint not null,
  name text not null,
  citation text not null,
  entry_id text,
  foreign key (event_id, entry_id) references entries (event_id, id)
);

-- The chair's decision on a tie: the entries that shared a place, in their decided order.
create table casting_votes (
  id text primary key,
  event_id text not null references events on delete cascade,
  entry_ids text[] not null,
  by_name text not null,
  reason text not null,
  at timestamptz not null default now()
);

-- Computed once, when the reveal starts. `digest` covers every counted ballot.
create table results (
  event_id text primary key references events on delete cascade,
  result jsonb not null,
  steps jsonb not null,
  digest text not null,
  computed_at timestamptz not null default now()
);
