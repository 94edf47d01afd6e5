-- A film that a stage on another computer plays. Stored in parts, so that neither a request nor a query carries a whole film.
create table films (
  id text primary key,
  event_id text not null,
  entry_id text not null,
  name text not null,
  media_type text,
  bytes integer not null check (bytes > 0),
  modified_ms bigint not null,
  complete boolean not null default false,
  foreign key (event_id, entry_id) references entries (event_id, id) on delete cascade
);
-- While the next film of an entry arrives, the one before stays.
create unique index one_film on films (entry_id, complete);

create table film_parts (
  film_id text not null references films (id) on delete cascade,
  event_id text not null,
  part integer not null,
  bytes bytea not null,
  primary key (film_id, part)
);
-- Films are compressed already.
alter table film_parts alter column bytes set storage external;
