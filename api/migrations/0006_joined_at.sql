-- An archive says when a judge joined to the millisecond, and judges stand in that order: so no more is kept here either.
alter table judges alter column joined_at type timestamptz(3);
