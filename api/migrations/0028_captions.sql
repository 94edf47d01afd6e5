-- Space on the stage for captions at the top, and for a sign-language interpreter at one side.
alter table events add column captions boolean not null default false;
alter table events add column interpreter text not null default 'none' check (interpreter in ('none', 'left', 'right'));
