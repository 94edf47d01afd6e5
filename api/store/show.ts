import type { JSONValue } from 'postgres'
import { notifyOf, notifyOfCue } from '../live/updates.ts'
import type { Show } from '../rules/show/move.ts'
import type { HistoryKind } from '../schema/history-kind.ts'
import type { StoredEvent } from './events.ts'
import type { Query } from './sql.ts'
import { type AroundStage, aroundStage, panelOfStage } from './stage.ts'

/** Saves a show that something other than a cue has changed, and publishes it. */
export async function saveShow(tx: Query, eventId: string, { phase, ...show }: Show): Promise<void> {
  await tx`
    update events set phase = ${phase}, show = ${tx.json(show as JSONValue)}, version = version + 1
    where id = ${eventId}
    returning ${notifyOf(tx, 'stage', tx`id`)}`
}

/**
 * Saves the show after a cue with its line of history, and publishes it: one statement, which commits by itself. Returns what the stage
 * shows beside the show; undefined, and nothing is saved, when the event or its line-up has changed since it was read. It waits for the
 * ballots that lock the event's row; ballots that come later see the new phase.
 */
export async function saveCue(
  sql: Query,
  event: Pick<StoredEvent, 'id' | 'version' | 'lineUpVersion'>,
  { phase, ...show }: Show,
  cue: { what: HistoryKind; detail: JSONValue; instance: string; leavesStageId: string | null; lineUpVersion: number },
): Promise<AroundStage | undefined> {
  const [around] = await sql<AroundStage[]>`
    with moved as (
      update events set phase = ${phase}, show = ${sql.json(show as JSONValue)}, version = version + 1,
        line_up_version = ${cue.lineUpVersion}
      where id = ${event.id} and version = ${event.version} and line_up_version = ${event.lineUpVersion}
      returning id, version, show
    ), remembered as (
      insert into event_history (event_id, version, what, detail, instance)
      select id, version, ${cue.what}, ${sql.json(cue.detail)}, ${cue.instance} from moved
    ), left_stage as (
      update entries set ready = false
      from moved where entries.event_id = moved.id and entries.id = ${cue.leavesStageId} and ready
    )
    select ${notifyOfCue(sql)}, ${aroundStage(sql)} from moved e ${panelOfStage(sql)}`
  return around
}
