import { notifyOf, publish } from '../live/updates.ts'
import { refuse } from '../rules/refusal.ts'
import type { Judge, JudgeName, JudgeStatus, MergePreview } from '../schema/judge.ts'
import type { EventLimits } from '../schema/limits.ts'
import type { Query } from './sql.ts'

/** Whether the judge `j` has come: a phone has used the key, or a ballot exists, on paper or by phone. */
const hasArrived = (sql: Query) => sql`
  (j.seen_at is not null or exists (select from ballots own where own.judge_id = j.id))`

/** Whether the room waits for the judge `j`: `isCounted` in rules/event/panel.ts, as SQL. */
export const countedJudge = (sql: Query) => sql`(j.status = 'admitted' and not j.away and ${hasArrived(sql)})`

/** The columns of the judge `j`. */
export const judgeColumns = (sql: Query) => sql`
  j.id, j.name, j.role, j.organisation, j.status, j.away, ${hasArrived(sql)} as arrived, j.merged_into as "mergedInto"`

export async function listJudges(sql: Query, eventId: string): Promise<Judge[]> {
  return sql<Judge[]>`
    select ${judgeColumns(sql)} from judges j where j.event_id = ${eventId} order by j.joined_at, j.id`
}

export async function findJudge(sql: Query, eventId: string, judgeId: string): Promise<Judge | undefined> {
  const [row] = await sql<Judge[]>`
    select ${judgeColumns(sql)} from judges j where j.event_id = ${eventId} and j.id = ${judgeId}`
  return row
}

/** How many were taken off the panel. Whoever was merged with another judge was not: the ballots count as that judge's. */
export async function countRemovedJudges(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status = 'removed' and merged_into is null`
  return row!.count
}

/** How many are on the panel. Whoever waits does not count. */
export async function countPanel(sql: Query, eventId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from judges where event_id = ${eventId} and status = 'admitted'`
  return row!.count
}

/** Listed judges who have not come, in the order of the list. */
export async function listExpectedJudges(sql: Query, eventId: string): Promise<JudgeName[]> {
  return sql<JudgeName[]>`
    select j.id, j.name, false as arrived from judges j
    where j.event_id = ${eventId} and j.status = 'admitted' and not ${hasArrived(sql)}
    order by j.name, j.id`
}

/** Whom a judge who waits claims to be. */
export async function findClaim(tx: Query, eventId: string, judgeId: string): Promise<Judge | undefined> {
  const [row] = await tx<Judge[]>`
    select ${judgeColumns(tx)} from judges j join judges claimant on claimant.same_as = j.id
    where claimant.id = ${judgeId} and claimant.event_id = ${eventId} and j.event_id = ${eventId}`
  return row
}

export async function saveClaim(tx: Query, judgeId: string, sameAs: string): Promise<void> {
  await tx`update judges set same_as = ${sameAs} where id = ${judgeId}`
}

/** A listed judge came in by the room's code. What they typed fills what the list left empty. */
export async function saveArrival(tx: Query, eventId: string, judge: Judge): Promise<void> {
  await tx`
    update judges set seen_at = clock_timestamp(), role = ${judge.role}, organisation = ${judge.organisation}
    where event_id = ${eventId} and id = ${judge.id}`
  await publish(tx, { kind: 'judge', eventId, judgeId: judge.id })
}

/** Which ballots of two judges a merge keeps and moves. */
export async function previewMerge(sql: Query, judgeId: string, otherId: string): Promise<MergePreview> {
  const rows = await sql<{ entryId: string; own: boolean; other: boolean; otherIsNewer: boolean }[]>`
    select b.entry_id as "entryId", bool_or(b.judge_id = ${judgeId}) as own, bool_or(b.judge_id = ${otherId}) as other,
      coalesce(max(b.edited_at) filter (where b.judge_id = ${otherId}) > max(b.edited_at) filter (where b.judge_id = ${judgeId}),
        false) as "otherIsNewer"
    from ballots b join entries n on n.id = b.entry_id
    where b.judge_id in (${judgeId}, ${otherId})
    group by b.entry_id, n.slot
    order by n.slot`
  return {
    own: rows.filter((row) => row.own && !row.other).map((row) => row.entryId),
    moved: rows.filter((row) => row.other && !row.own).map((row) => row.entryId),
    both: rows
      .filter((row) => row.own && row.other)
      .map((row) => ({ entryId: row.entryId, newest: row.otherIsNewer ? 'other' : 'own' })),
  }
}

/**
 * Makes one judge of two: of each entry the newest edit stays, with `judgeId`; the other's phones go on as that judge, and the other is
 * removed. The other's own ballots stay where they are and count no longer, so that the history can be read.
 */
export async function mergeJudges(
  tx: Query,
  eventId: string,
  { judgeId, otherId, instance }: { judgeId: string; otherId: string; instance: string },
): Promise<Judge | undefined> {
  await tx`
    with moved as (
      insert into ballots as b (judge_id, entry_id, event_id, scores, comment, recused, complete, source, edited_at,
        saved_at)
      select ${judgeId}, entry_id, event_id, scores, comment, recused, complete, source, edited_at, clock_timestamp()
      from ballots where event_id = ${eventId} and judge_id = ${otherId}
      on conflict (judge_id, entry_id) do update
        set scores = excluded.scores, comment = excluded.comment, recused = excluded.recused,
          complete = excluded.complete, source = excluded.source, edited_at = excluded.edited_at,
          saved_at = excluded.saved_at
        where b.edited_at < excluded.edited_at
      returning *
    )
    insert into ballot_history (event_id, judge_id, entry_id, scores, comment, recused, source, edited_at, saved_at,
      instance)
    select event_id, judge_id, entry_id, scores, comment, recused, source, edited_at, saved_at, ${instance} from moved`
  await tx`update judges set same_as = ${judgeId} where event_id = ${eventId} and same_as = ${otherId}`
  await tx`update keys set judge_id = ${judgeId} where event_id = ${eventId} and judge_id = ${otherId}`
  await tx`
    update judges set status = 'removed', merged_into = ${judgeId}, same_as = null
    where event_id = ${eventId} and id = ${otherId}`
  const [row] = await tx<Judge[]>`
    update judges j set status = 'admitted', seen_at = greatest(j.seen_at, other.seen_at)
    from judges other
    where j.event_id = ${eventId} and j.id = ${judgeId} and other.id = ${otherId}
    returning ${judgeColumns(tx)}`
  await publish(tx, { kind: 'keys', eventId })
  await publish(tx, { kind: 'judge', eventId, judgeId })
  await publish(tx, { kind: 'judge', eventId, judgeId: otherId })
  return row
}

/**
 * Keeps an event's judges within its limit. Judges off the panel who never had a ballot are deleted to make room: removed ones first,
 * then those who have waited the longest, so that a flood of made-up judges keeps no honest one out.
 */
export async function makeRoomForJudge(tx: Query, eventId: string, { judges: most }: EventLimits): Promise<void> {
  const [row] = await tx<{ count: number }[]>`select count(*)::int as count from judges where event_id = ${eventId}`
  if (row!.count < most) return
  const deleted = await tx`
    delete from judges where id in (
      select j.id from judges j
      where j.event_id = ${eventId} and j.status <> 'admitted' and j.merged_into is null
        and not exists (select from ballots b where b.judge_id = j.id)
        and not exists (select from judges other where j.id in (other.same_as, other.merged_into))
      order by j.status = 'waiting', j.joined_at
      limit ${row!.count - most + 1})`
  if (deleted.count === 0) refuse('panel-full')
  await publish(tx, { kind: 'keys', eventId })
  await publish(tx, { kind: 'panel', eventId })
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
