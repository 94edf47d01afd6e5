-- A warm-up demo is not scored: judges practise on it before the first that counts.
alter table entries add column warm_up boolean not null default false;

-- The last draw of the running order: its seed, its time, and the order that came out.
alter table events add column draw jsonb;
