import type { JSONValue, Sql } from 'postgres'
import { type Action, checkPermission } from '../rules/permissions.ts'
import type { HistoryKind } from '../schema/history-kind.ts'
import { lockEvent, type StoredEvent, touchLineUp } from './events.ts'
import { recordHistory } from './history.ts'
import type { Query } from './sql.ts'

/** Screens read the event and its entries again after these. */
const changesLineUp: ReadonlySet<Action> = new Set<Action>([
  'change-event',
  'reword-rubric',
  'add-entry',
  'import-entries',
  'edit-entry',
  'edit-own-entry',
  'remove-entry',
  'set-running-order',
  'draw-running-order',
  'set-event-picture',
  'set-entry-picture',
  'set-own-picture',
])

/** A team's changes make no press of the desk stale. */
const byTeam: ReadonlySet<Action> = new Set<Action>(['edit-own-entry', 'set-own-picture'])

export type Change = {
  tx: Query
  /** As it was when its row was locked. */
  event: StoredEvent
  /** Adds a line to the event's history in the same transaction, after the work. */
  record: (what: HistoryKind, detail: JSONValue) => void
}

/**
 * Changes an event in one transaction: locks its row, checks the permission, does the work, writes the history, and updates the screens.
 * Whatever the work reads stays as it is until the commit, so limits and consents are checked in it and not before.
 */
export async function changeEvent<Result>(
  { db, instance }: { db: { sql: Sql }; instance: string },
  slug: string,
  action: Action,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  const result = await db.sql.begin(async (tx) => {
    const event = await lockEvent(tx, slug)
    checkPermission(action, event)
    const lines: { what: HistoryKind; detail: JSONValue }[] = []
    const done = await work({ tx, event, record: (what, detail) => void lines.push({ what, detail }) })
    for (const line of lines) await recordHistory(tx, { ...line, eventId: event.id, version: event.version, instance })
    if (changesLineUp.has(action)) await touchLineUp(tx, event.id, byTeam.has(action) ? 'team' : 'organiser')
    return { done }
  })
  return result.done
}
