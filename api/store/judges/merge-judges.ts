import { publish } from '../../live/updates.ts'
import type { Judge, MergePreview } from '../../schema/judge.ts'
import { mergeChallengeJudges } from '../awards/challenges.ts'
import type { Query } from '../sql.ts'
import { judgeColumns } from './judges.ts'

/** Which ballots of two judges a merge leaves and moves. */
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
 * Merges two judges: `judgeId` gets the newest edit for each entry and the other's keys, so that the other's phones go on as this judge.
 * The other is removed; its own ballots stay for the history and no longer count.
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
  await mergeChallengeJudges(tx, judgeId, otherId)
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
