import type { Query } from './sql.ts'

/**
 * Removes names, roles, organisations and comments for good, from the history too; scores and standings stay. Keys of judges and
 * teams go with the people they were made for.
 */
export async function forgetPeople(tx: Query, eventId: string): Promise<void> {
  await tx`
    update judges j set name = 'Judge ' || n.at, role = '', organisation = ''
    from (select id, row_number() over (order by joined_at, id) as at from judges where event_id = ${eventId}) as n
    where j.id = n.id`
  await tx`update ballots set comment = '' where event_id = ${eventId}`
  await tx`update ballot_history set comment = '' where event_id = ${eventId}`
  await tx`update entries set members = '{}' where event_id = ${eventId}`
  await tx`update casting_votes set by_name = 'The chair' where event_id = ${eventId}`
  await tx`update event_history set detail = detail - 'name' - 'by' where event_id = ${eventId}`
  // The released result names who gave a casting vote, in its awards and in the steps of its reveal.
  await tx`
    update results set
      result = jsonb_set(result, '{awards}', (
        select coalesce(jsonb_agg(case when a -> 'castingVote' = 'null' then a
          else jsonb_set(a, '{castingVote,by}', '"The chair"') end order by n), '[]')
        from jsonb_array_elements(result -> 'awards') with ordinality as t (a, n)))
    where event_id = ${eventId}`
  await tx`update keys set revoked_at = now() where event_id = ${eventId} and role in ('judge', 'team') and revoked_at is null`
  await tx`select pg_notify('updates', ${`${eventId} keys`})`
}
