import { publish } from '../../live/updates.ts'
import { refuse } from '../../rules/refusal.ts'
import type { Judge, JudgeStatus } from '../../schema/judge.ts'
import type { EventLimits } from '../../schema/limits.ts'
import type { Query } from '../sql.ts'

/** Whether the judge `j` has arrived: a phone has used the key, or a ballot exists, on paper or by phone. */
export const hasArrived = (sql: Query) => sql`
  (j.seen_at is not null or exists (select from ballots own where own.judge_id = j.id))`

/** Whether the judge `j` counts on stage: `isCounted` in rules/event/panel.ts, as SQL. */
export const waitedForJudgeCondition = (sql: Query) => sql`
  (j.status = 'admitted' and not j.away and not j.challenge_only and ${hasArrived(sql)})`

export const judgeColumns = (sql: Query) => sql`
  j.id, j.name, j.role, j.organisation, j.status, j.away, j.challenge_only as "challengeOnly", ${hasArrived(sql)} as arrived, j.merged_into as "mergedInto"`

export async function listJudges(sql: Query, eventId: string): Promise<Judge[]> {
  return sql<Judge[]>`
    select ${judgeColumns(sql)} from judges j where j.event_id = ${eventId} order by j.joined_at, j.id`
}

export async function findJudge(sql: Query, eventId: string, judgeId: string): Promise<Judge | undefined> {
  const [row] = await sql<Judge[]>`
    select ${judgeColumns(sql)} from judges j where j.event_id = ${eventId} and j.id = ${judgeId}`
  return row
}

/** Without merged judges, whose ballots count as those of the judge who stays. */
export async function countRemovedJudges(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status = 'removed' and merged_into is null`
  return row!.count
}

export async function countPanel(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status = 'admitted'`
  return row!.count
}

/**
 * Holds an event to its limit of judges. Deletes judges off the panel without a ballot to make room, removed ones first, then those who have
 * waited longest, so that a flood of made-up judges keeps no real one out.
 */
export async function makeRoomForJudge(tx: Query, eventId: string, { judges: maxJudges }: EventLimits): Promise<void> {
  const [row] = await tx<{ count: number }[]>`select count(*)::int as count from judges where event_id = ${eventId}`
  if (row!.count < maxJudges) return
  const deleted = await tx`
    delete from judges where id in (
      select j.id from judges j
      where j.event_id = ${eventId} and j.status <> 'admitted' and j.merged_into is null
        and not exists (select from ballots b where b.judge_id = j.id)
        and not exists (select from judges other where j.id in (other.same_as, other.merged_into))
      order by j.status = 'waiting', j.joined_at
      limit ${row!.count - maxJudges + 1})`
  if (deleted.count === 0) refuse('panel-full')
  await publish(tx, { kind: 'keys', eventId })
  await publish(tx, { kind: 'panel', eventId })
}

/** `joined_at` is at least a millisecond after every earlier one, so that a bulk insert keeps its order. */
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

/** Publishes to the judge's own phone. */
export async function saveJudgeDetails(tx: Query, eventId: string, judge: Judge): Promise<Judge> {
  await tx`
    update judges set name = ${judge.name}, role = ${judge.role}, organisation = ${judge.organisation}
    where event_id = ${eventId} and id = ${judge.id}`
  await publish(tx, { kind: 'judge', eventId, judgeId: judge.id })
  return judge
}

/** Undefined when the event has no such judge. Publishes to the judge's phone and to every screen that counts judges. */
export async function saveJudgeStatus(
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

/** Removes everyone who joined since then and has no ballot, but no listed judge who has not arrived. Returns how many. */
export async function removeRecentJudges(tx: Query, eventId: string, since: string): Promise<number> {
  const removed = await tx`
    update judges j set status = 'removed'
    where j.event_id = ${eventId} and j.status <> 'removed' and j.joined_at >= ${since} and j.seen_at is not null
      and not exists (select from ballots b where b.judge_id = j.id)`
  await publish(tx, { kind: 'panel', eventId })
  return removed.count
}
