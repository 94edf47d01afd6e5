import type { JSONValue } from 'postgres'
import type { Show } from '../rules/show/move.ts'
import type { StoredEvent } from './events.ts'
import type { Query } from './sql.ts'
import { type AroundStage, aroundStage, panelOfStage } from './stage.ts'

/** Keeps a show that more than a cue has changed, and tells every screen. */
export async function saveShow(tx: Query, eventId: string, { phase, ...show }: Show): Promise<void> {
  await tx`
    update events set phase = ${phase}, show = ${tx.json(show as JSONValue)}, version = version + 1
    where id = ${eventId}
    returning pg_notify('updates', id || ' stage')`
}

/**
 * Keeps the show as a cue left it, with its line of history, and tells every screen: one statement, which commits by itself. Gives
 * what the stage shows beside the show; undefined, and nothing is kept, when the event has changed since it was read. It waits for the
 * ballots that hold the event's row, and those that come after it see the new phase.
 */
export async function saveCue(
  sql: Query,
  event: Pick<StoredEvent, 'id' | 'version'>,
  { phase, ...show }: Show,
  cue: { what: string; detail: JSONValue; instance: string; leavesStageId: string | null; lineUpVersion: number },
): Promise<AroundStage | undefined> {
  const [around] = await sql<AroundStage[]>`
    with moved as (
      update events set phase = ${phase}, show = ${sql.json(show as JSONValue)}, version = version + 1,
        line_up_version = ${cue.lineUpVersion}
      where id = ${event.id} and version = ${event.version}
      returning id, version, show
    ), remembered as (
      insert into event_history (event_id, version, what, detail, instance)
      select id, version, ${cue.what}, ${sql.json(cue.detail)}, ${cue.instance} from moved
    ), left_stage as (
      update entries set ready = false
      from moved where entries.event_id = moved.id and entries.id = ${cue.leavesStageId} and ready
    )
    select pg_notify('updates', e.id || ' stage'), ${aroundStage(sql)} from moved e ${panelOfStage(sql)}`
  return around
}
