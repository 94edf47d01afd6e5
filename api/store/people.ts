import { publish } from '../live/updates.ts'
import type { PeopleCounts } from '../schema/event.ts'
import type { Award } from '../schema/result.ts'
import type { StoredEvent } from './events.ts'
import { type FixedResult, findFixedResult, replaceFixedResult } from './results.ts'
import { saveShow } from './show.ts'
import type { Query } from './sql.ts'

/**
 * Removes names, roles, organisations, comments and the desk's messages for good, also from the history; scores and standings stay. Revokes
 * the keys of judges and teams.
 */
export async function deletePeopleData(
  tx: Query,
  { id: eventId, slug, show }: StoredEvent,
  instance: string,
): Promise<void> {
  await tx`select set_config('demo_hour.forgetting', 'people', true)`
  await tx`
    update judges j set name = 'Judge ' || n.at, role = '', organisation = ''
    from (select id, row_number() over (order by joined_at, id) as at from judges where event_id = ${eventId}) as n
    where j.id = n.id`
  await tx`delete from feedback where event_id = ${eventId}`
  await tx`update ballots set comment = '' where event_id = ${eventId}`
  await tx`update ballot_history set comment = '' where event_id = ${eventId}`
  await tx`update entries set members = '{}' where event_id = ${eventId}`
  await tx`update casting_votes set by_name = 'The chair' where event_id = ${eventId}`
  await tx`update event_history set detail = detail - 'name'::text - 'by'::text - 'otherName'::text - 'formerName'::text
    where event_id = ${eventId}`
  // The desk's messages may name people.
  await tx`
    update event_history
    set detail = detail || (select jsonb_object_agg(key, '…'::text) from jsonb_each_text(detail)
      where key in ('text', 'message') and value <> '')
    where event_id = ${eventId} and what in ('message', 'break') and detail ->> (case what when 'message' then 'text' else 'message' end) <> ''`
  await tx`update events set people_removed_at = now() where id = ${eventId}`
  await saveShow(tx, eventId, {
    ...show,
    message: null,
    pause: show.pause && { ...show.pause, message: '' },
    before: null,
  })
  const released = await findFixedResult(tx, eventId)
  if (released) await replaceFixedResult(tx, eventId, withoutPeople(released))
  await tx`update keys set revoked_at = now() where event_id = ${eventId} and role in ('judge', 'team') and revoked_at is null`
  await publish(tx, { kind: 'keys', eventId })
  await publish(tx, { kind: 'people-removed', eventId, slug, instance })
}

function withoutPeople({ result, steps }: FixedResult): FixedResult {
  const withoutName = (award: Award): Award => ({
    ...award,
    castingVote: award.castingVote && { ...award.castingVote, by: 'The chair' },
  })
  return {
    result: { ...result, awards: result.awards.map(withoutName) },
    steps: steps.map((step) =>
      step.kind === 'award'
        ? { ...step, award: withoutName(step.award) }
        : { ...step, awards: step.awards.map(withoutName) },
    ),
  }
}

/** True for the event `e` if its days have passed and its people's data are still stored. Days are 24 hours, as in `peopleRemovalAt`. */
const removalDue = (sql: Query) => sql`
  e.phase in ('closed', 'final')
  and e.phase_since + make_interval(hours => 24 * e.keep_people_days) <= now()
  and (e.people_removed_at is null or e.people_removed_at < e.phase_since)`

export async function listPeopleRemovalsDue(sql: Query): Promise<string[]> {
  const rows = await sql<{ slug: string }[]>`select e.slug from events e where ${removalDue(sql)} order by e.slug`
  return rows.map(({ slug }) => slug)
}

export async function isPeopleRemovalDue(tx: Query, eventId: string): Promise<boolean> {
  const rows = await tx`select from events e where e.id = ${eventId} and ${removalDue(tx)}`
  return rows.length > 0
}

/** Every event whose people's data were removed, and when. */
export async function listPeopleRemovals(sql: Query): Promise<{ slug: string; removedAt: string }[]> {
  const rows = await sql<{ slug: string; at: Date }[]>`
    select slug, people_removed_at as at from events where people_removed_at is not null`
  return rows.map(({ slug, at }) => ({ slug, removedAt: at.toISOString() }))
}

/** Counts for every event: its teams, its judges, and the judges whose phones were connected within the last minute. */
export async function countPeople(sql: Query): Promise<(eventId: string) => PeopleCounts> {
  const rows = await sql<(PeopleCounts & { id: string })[]>`
    select e.id,
      (select count(*)::int from entries n where n.event_id = e.id) as teams,
      (select count(*)::int from judges j where j.event_id = e.id and j.status = 'admitted') as judges,
      (select count(*)::int from judges j
        where j.event_id = e.id and j.status = 'admitted' and j.seen_at > now() - interval '1 minute') as "judgesHere"
    from events e`
  const counts = new Map(rows.map(({ id, ...rest }) => [id, rest]))
  return (eventId) => counts.get(eventId) ?? { teams: 0, judges: 0, judgesHere: 0 }
}
