alter table keys drop constraint keys_role_check;
alter table keys add constraint keys_role_check check (role in ('owner', 'organiser', 'remote', 'judge', 'team'));
