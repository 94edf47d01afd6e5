-- A ballot's history is bounded: an edit soon after another, or beyond the limit, replaces the latest one (store/ballots.ts), and only the
-- newest comment is stored. The edit that stood when scoring closed is never changed.
create index ballot_history_of_ballot on ballot_history (judge_id, entry_id, id);
create index reopenings on event_history (event_id, at) where what = 'reopen-scoring';

create function keep_ballot_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from events where id = old.event_id) then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('demo_hour.forgetting', true) = 'people' then
    return new;
  end if;
  if tg_op = 'UPDATE'
    and (new.id, new.event_id, new.judge_id, new.entry_id) = (old.id, old.event_id, old.judge_id, old.entry_id)
    and not exists (
      select from event_history where event_id = old.event_id and what = 'reopen-scoring' and at > old.saved_at)
    and (
      (new.edited_at > old.edited_at and new.saved_at > old.saved_at)
      or (new.comment = '' and to_jsonb(new) - 'comment' = to_jsonb(old) - 'comment'))
  then
    return new;
  end if;
  raise exception 'The history is only ever added to';
end
$$;

drop trigger ballot_history_stays on ballot_history;
create trigger ballot_history_stays before update or delete on ballot_history for each row execute function keep_ballot_history();
