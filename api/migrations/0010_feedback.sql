-- What the organiser decided about a judge's comment: passed on to the team in these words, or left out. The digest is of the comment
-- as it was read, so that one which has changed since is read again. The comment itself stays in the ballot as it was written.
create table feedback (
  judge_id text not null,
  entry_id text not null,
  event_id text not null references events on delete cascade,
  state text not null check (state in ('approved', 'left-out')),
  words text not null,
  comment_digest text not null,
  decided_at timestamptz not null default now(),
  primary key (judge_id, entry_id),
  foreign key (judge_id, entry_id) references ballots on delete cascade
);
create index feedback_of_event on feedback (event_id);
