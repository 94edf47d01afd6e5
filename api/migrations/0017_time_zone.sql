-- The IANA name of the zone in which pages show the event's times. Null for events from before: each device uses its own zone.
alter table events add column time_zone text;
