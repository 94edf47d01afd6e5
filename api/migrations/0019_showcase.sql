-- When entries take ballots: once they have been on stage, or in any order from the showcase on.
alter table events add column scoring text not null default 'on-stage' check (scoring in ('on-stage', 'any-order'));
-- The entry's table in the room, as printed on its card; empty without one.
alter table entries add column table_label text not null default '' check (char_length(table_label) <= 8);
update events set show = show || '{"showcase": null, "opened": null}';
-- The entry to which the judge was sent last in a showcase, and when.
alter table judges add column sent_to text, add column sent_at timestamptz;
