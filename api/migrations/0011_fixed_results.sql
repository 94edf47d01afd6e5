-- What the ranking was computed from, stored with the result: a judge who is removed later changes neither. Null for results fixed before this.
alter table results add column counted jsonb;
