-- The ranking's input, stored with the result: removing a judge later changes neither. Null for earlier results.
alter table results add column counted jsonb;
