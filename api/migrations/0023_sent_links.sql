-- When the organiser marked the link with this key as sent, and when a browser first signed in with it.
alter table keys add column sent_at timestamptz;
alter table keys add column used_at timestamptz;
update keys k set used_at = j.seen_at from judges j where j.id = k.judge_id and j.seen_at is not null;
