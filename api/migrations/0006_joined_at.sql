-- Archives hold milliseconds, and judges are ordered by this column: more precision would be lost on import.
alter table judges alter column joined_at type timestamptz(3);
