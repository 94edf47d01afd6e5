-- The IANA name of the zone in which pages show the event's times. Null for older events: each device uses its own zone.
alter table events add column time_zone text;
