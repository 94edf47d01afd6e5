import type { StoredEntry } from '../rules/event/entry.ts'
import type { Show } from '../rules/show/apply-cue.ts'
import type { RevealStep } from '../schema/result.ts'
import type { PanelMember } from '../schema/stage.ts'
import { entriesColumn } from './entries.ts'
import { judgeColumns, waitedForJudgeCondition } from './judges/judges.ts'
import type { Query } from './sql.ts'

/** The parts of a snapshot that come from other tables: judges who have scored, judges counted, and the reveal's steps. */
export type StageExtras = { in: number; of: number; steps: RevealStep[] }

export type StageRow = StageExtras & {
  slug: string
  version: number
  rehearsal: boolean
  lineUpVersion: number
  show: Show
  entries: StoredEntry[]
}

export const stageExtrasColumns = (sql: Query) => sql`
  coalesce((select r.steps from results r where r.event_id = e.id), '[]') as steps, panel.in, panel.of`

/** Counts the panel of the event `e`. */
export const stagePanelJoin = (sql: Query) => sql`
  cross join lateral (
    select count(*)::int as of, count(b.judge_id) filter (where b.complete or b.recused)::int as in
    from judges j
    left join ballots b on b.judge_id = j.id and b.entry_id = e.show ->> 'onStageId'
    where j.event_id = e.id and ${waitedForJudgeCondition(sql)}
  ) as panel`

export async function findStage(
  sql: Query,
  where: { eventId: string } | { slug: string },
): Promise<StageRow | undefined> {
  const [row] = await sql<(StageRow & { phase: Show['phase'] })[]>`
    select e.slug, e.version, e.rehearsal_of is not null as rehearsal, e.line_up_version as "lineUpVersion", e.phase, e.show,
      ${entriesColumn(sql)} as entries, ${stageExtrasColumns(sql)}
    from events e ${stagePanelJoin(sql)}
    where ${'slug' in where ? sql`e.slug = ${where.slug}` : sql`e.id = ${where.eventId}`}`
  return row && { ...row, show: { ...row.show, phase: row.phase } }
}

/** The panel for the desk: who has finished which entries, never a score. */
export async function listPanel(sql: Query, eventId: string, show: Show, openIds: string[]): Promise<PanelMember[]> {
  const previousId = show.shownIds.filter((id) => id !== show.onStageId).at(-1) ?? null
  const panel = await sql<(Omit<PanelMember, 'seenAt'> & { seenAt: Date | null })[]>`
    select ${judgeColumns(sql)}, j.seen_at as "seenAt",
      case when claimed.id is not null
        then json_build_object('name', claimed.name, 'removed', claimed.status = 'removed') end as claim,
      coalesce(bool_or(b.entry_id = ${show.onStageId}), false) as in,
      coalesce(bool_or(b.entry_id = ${previousId}), false) as "inBefore",
      count(b.entry_id)::int as done
    from judges j
    left join judges claimed on claimed.event_id = j.event_id and claimed.id = j.same_as and j.status = 'waiting'
    left join ballots b on b.judge_id = j.id and (b.complete or b.recused) and b.entry_id = any (${openIds}::text[])
    where j.event_id = ${eventId} and j.status <> 'removed'
    group by j.id, claimed.id
    order by j.joined_at, j.id`
  return panel.map((judge) => ({ ...judge, seenAt: judge.seenAt?.toISOString() ?? null }))
}
