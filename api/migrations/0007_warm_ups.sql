-- A demo that nobody scores, so that judges find their feet before the first that counts.
alter table entries add column warm_up boolean not null default false;

-- How the running order was drawn last: its seed, the draw's moment, and the order that came out, by entry.
alter table events add column draw jsonb;
