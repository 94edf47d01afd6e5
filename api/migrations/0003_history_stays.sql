-- Rows of a history are never changed or deleted while their event exists. The one exception: removing people's data blanks the names in
-- them, in a transaction that sets `demo_hour.forgetting` (store/people.ts).
create function keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from events where id = old.event_id) then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('demo_hour.forgetting', true) = 'people' then
    return new;
  end if;
  raise exception 'The history is only ever added to';
end
$$;

create trigger event_history_stays before update or delete on event_history for each row execute function keep_history();
create trigger ballot_history_stays before update or delete on ballot_history for each row execute function keep_history();
