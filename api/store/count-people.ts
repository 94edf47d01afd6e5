import type { PeopleCounts } from '../schema/event.ts'
import type { Query } from './sql.ts'

/** How many teams and judges every event here has, and how many of the judges' phones were there within the last minute. */
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
