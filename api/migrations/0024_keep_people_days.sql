-- After how many days in the closed or final phase the server removes the people's data; null: never by itself.
alter table events add column keep_people_days integer default 30 check (keep_people_days between 1 and 365);
-- For events of an earlier release the days count from this migration, so that none loses names without notice.
alter table events add column phase_since timestamptz not null default now();
alter table events add column people_removed_at timestamptz;

create function set_phase_since() returns trigger language plpgsql as $$
begin
  new.phase_since := now();
  return new;
end
$$;

-- An import sets the phase and its time in one statement: then the imported time stays.
create trigger events_phase_since before update of phase on events for each row
  when (old.phase is distinct from new.phase and new.phase_since = old.phase_since)
  execute function set_phase_since();
