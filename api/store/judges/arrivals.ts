import { notifyOf, publish } from '../../live/updates.ts'
import type { Judge, JudgeName } from '../../schema/judge.ts'
import type { Query } from '../sql.ts'
import { hasArrived, judgeColumns } from './judges.ts'

export async function listExpectedJudges(sql: Query, eventId: string): Promise<JudgeName[]> {
  return sql<JudgeName[]>`
    select j.id, j.name, false as arrived from judges j
    where j.event_id = ${eventId} and j.status = 'admitted' and not ${hasArrived(sql)}
    order by j.name, j.id`
}

export async function findClaimedJudge(tx: Query, eventId: string, judgeId: string): Promise<Judge | undefined> {
  const [row] = await tx<Judge[]>`
    select ${judgeColumns(tx)} from judges j join judges claimant on claimant.same_as = j.id
    where claimant.id = ${judgeId} and claimant.event_id = ${eventId} and j.event_id = ${eventId}`
  return row
}

export async function saveClaim(tx: Query, judgeId: string, sameAs: string): Promise<void> {
  await tx`update judges set same_as = ${sameAs} where id = ${judgeId}`
}

/** A listed judge joined with the room's code. What they typed fills in what the list left empty. */
export async function saveArrival(tx: Query, eventId: string, judge: Judge): Promise<void> {
  await tx`
    update judges set seen_at = clock_timestamp(), role = ${judge.role}, organisation = ${judge.organisation}
    where event_id = ${eventId} and id = ${judge.id}`
  await publish(tx, { kind: 'judge', eventId, judgeId: judge.id })
}

/** These judges' phones are connected now. Publishes to the screens that follow the panel. */
export async function saveJudgesSeen(sql: Query, judgeIds: string[]): Promise<void> {
  await sql`
    with locked as (
      select id from judges where id = any (${judgeIds}::text[]) order by id for update
    ), seen as (
      update judges set seen_at = now() where id in (select id from locked) returning event_id
    )
    select ${notifyOf(sql, 'counts', sql`event_id`)} from (select distinct event_id from seen) as s`
}
