import { notifyOf, publish } from '../live/updates.ts'
import type { Judge, JudgeStatus } from '../schema/judge.ts'
import type { Query } from './sql.ts'

/** Whether the judge `j` has come: a phone has used the key, or a ballot exists, on paper or by phone. */
const hasArrived = (sql: Query) => sql`
  (j.seen_at is not null or exists (select from ballots own where own.judge_id = j.id))`

/** Whether the room waits for the judge `j`: `isCounted` in rules/event/panel.ts, as SQL. */
export const countedJudge = (sql: Query) => sql`(j.status = 'admitted' and not j.away and ${hasArrived(sql)})`

/** The columns of the judge `j`. */
export const judgeColumns = (sql: Query) => sql`
  j.id, j.name, j.role, j.organisation, j.status, j.away, ${hasArrived(sql)} as arrived`

export async function listJudges(sql: Query, eventId: string): Promise<Judge[]> {
  return sql<Judge[]>`
    select ${judgeColumns(sql)} from judges j where j.event_id = ${eventId} order by j.joined_at, j.id`
}

export async function findJudge(sql: Query, eventId: string, judgeId: string): Promise<Judge | undefined> {
  const [row] = await sql<Judge[]>`
    select ${judgeColumns(sql)} from judges j where j.event_id = ${eventId} and j.id = ${judgeId}`
  return row
}

/** How many were taken off the panel. */
export async function countRemovedJudges(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status = 'removed'`
  return row!.count
}

/** How many are on the panel or wait for it. */
export async function countPanel(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status <> 'removed'`
  return row!.count
}

/** Many that come in one transaction keep the order in which they came. */
export async function insertJudge(tx: Query, eventId: string, judge: Judge): Promise<Judge> {
  await tx`
    insert into judges (id, event_id, name, role, organisation, status, away, joined_at, seen_at)
    values (${judge.id}, ${eventId}, ${judge.name}, ${judge.role}, ${judge.organisation}, ${judge.status},
      ${judge.away},
      greatest(
        clock_timestamp(),
        (select max(joined_at) + interval '1 millisecond' from judges where event_id = ${eventId})
      ),
      case when ${judge.arrived} then clock_timestamp() end)`
  await publish(tx, { kind: 'counts', eventId })
  return judge
}

/** These judges' phones are listening now; whoever watches the panel is told. */
export async function sawJudges(sql: Query, judgeIds: string[]): Promise<void> {
  await sql`
    with held as (
      select id from judges where id = any (${judgeIds}::text[]) order by id for update
    ), seen as (
      update judges set seen_at = now() where id in (select id from held) returning event_id
    )
    select ${notifyOf(sql, 'counts', sql`event_id`)} from (select distinct event_id from seen) as s`
}

/** Another name, role or organisation. Tells the judge's own phone. */
export async function saveJudgeWords(tx: Query, eventId: string, judge: Judge): Promise<Judge> {
  await tx`
    update judges set name = ${judge.name}, role = ${judge.role}, organisation = ${judge.organisation}
    where event_id = ${eventId} and id = ${judge.id}`
  await publish(tx, { kind: 'judge', eventId, judgeId: judge.id })
  return judge
}

/** Undefined when the event has no such judge. Tells the judge's own phone, and everyone who counts judges. */
export async function saveJudgeStanding(
  tx: Query,
  eventId: string,
  judgeId: string,
  change: { status?: JudgeStatus; away?: boolean },
): Promise<Judge | undefined> {
  const [row] = await tx<Judge[]>`
    update judges j set status = coalesce(${change.status ?? null}, status), away = coalesce(${change.away ?? null}, away)
    where j.event_id = ${eventId} and j.id = ${judgeId}
    returning ${judgeColumns(tx)}`
  if (row) await publish(tx, { kind: 'judge', eventId, judgeId })
  return row
}

/** Removes all who came since a moment and have no ballot; judges on the list who have not come stay. Returns how many. */
export async function removeRecentJudges(tx: Query, eventId: string, since: string): Promise<number> {
  const removed = await tx`
    update judges j set status = 'removed'
    where j.event_id = ${eventId} and j.status <> 'removed' and j.joined_at >= ${since} and j.seen_at is not null
      and not exists (select from ballots b where b.judge_id = j.id)`
  await publish(tx, { kind: 'panel', eventId })
  return removed.count
}
