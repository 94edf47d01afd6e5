-- The organiser's decision about a judge's comment: approved for the team in these words, or left out. The digest is of the comment that was
-- read, so that a comment changed since is read again. The ballot's own comment stays as written.
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
