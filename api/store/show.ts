import type { JSONValue } from 'postgres'
import { notifyOf, notifyOfCue } from '../live/updates.ts'
import type { Show } from '../rules/show/apply-cue.ts'
import { openLateEntries } from '../rules/show/showcase.ts'
import type { HistoryKind } from '../schema/history.ts'
import { listEntries } from './entries.ts'
import type { StoredEvent } from './events.ts'
import type { Query } from './sql.ts'
import { type StageExtras, stageExtrasColumns, stagePanelJoin } from './stage.ts'

/** Saves and publishes a show that something other than a cue changed. */
export async function saveShow(tx: Query, eventId: string, { phase, ...show }: Show): Promise<void> {
  await tx`
    update events set phase = ${phase}, show = ${tx.json(show as JSONValue)}, version = version + 1
    where id = ${eventId}
    returning ${notifyOf(tx, 'stage', tx`id`)}`
}

/** Opens entries that were added or are no longer skipped since the showcase opened all, and returns the show. */
export async function saveLateEntries(tx: Query, event: Pick<StoredEvent, 'id' | 'show'>): Promise<Show> {
  if (event.show.opened === null) return event.show
  const show = openLateEntries(event.show, await listEntries(tx, event.id))
  if (show !== event.show) await saveShow(tx, event.id, show)
  return show
}

/**
 * Saves and publishes the show after a cue, with its line of history, in one statement that commits by itself. Returns what a snapshot
 * needs besides the show; undefined, with nothing saved, when the event or its line-up has changed since it was read. Waits for ballot
 * batches that hold the event's row; later batches see the new phase.
 */
export async function saveCue(
  sql: Query,
  event: Pick<StoredEvent, 'id' | 'version' | 'lineUpVersion'>,
  { phase, ...show }: Show,
  cue: {
    what: HistoryKind
    detail: JSONValue
    instance: string
    leavesStageId: string | null
    lineUpVersion: number
    recorded: boolean
  },
): Promise<StageExtras | undefined> {
  const [extras] = await sql<StageExtras[]>`
    with moved as (
      update events set phase = ${phase}, show = ${sql.json(show as JSONValue)}, version = version + 1,
        line_up_version = ${cue.lineUpVersion}
      where id = ${event.id} and version = ${event.version} and line_up_version = ${event.lineUpVersion}
      returning id, version, show
    ), recorded as (
      insert into event_history (event_id, version, what, detail, instance)
      select id, version, ${cue.what}, ${sql.json(cue.detail)}, ${cue.instance} from moved where ${cue.recorded}
    ), left_stage as (
      update entries set ready = false
      from moved where entries.event_id = moved.id and entries.id = ${cue.leavesStageId} and ready
    )
    select ${notifyOfCue(sql)}, ${stageExtrasColumns(sql)} from moved e ${stagePanelJoin(sql)}`
  return extras
}
