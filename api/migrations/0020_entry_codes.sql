-- An entry's own two characters, typed after the event's code: /JZQ7V4K. A removed entry's code is retired, so that a card that still lies
-- on a table never opens another team.
alter table events add column retired_entry_codes text[] not null default '{}';
alter table entries add column code text;
with letters as (
  select substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', n, 1) as letter from generate_series(1, 32) n
), codes as (
  select a.letter || b.letter as code from letters a cross join letters b
), shuffled as (
  -- gen_random_uuid() is drawn from the system's secure source, random() is not.
  select e.id as event_id, c.code, row_number() over (partition by e.id order by gen_random_uuid()) as n
  from events e cross join codes c
), numbered as (
  select id, event_id, row_number() over (partition by event_id order by slot) as n from entries
)
update entries set code = s.code
from numbered n join shuffled s on s.event_id = n.event_id and s.n = n.n
where entries.id = n.id;
alter table entries alter column code set not null;
alter table entries add check (code ~ '^[A-HJ-NP-Z2-9]{2}$');
alter table entries add unique (event_id, code);
