import type { JSONValue, Sql } from 'postgres'
import { type Action, checkPermission } from '../rules/permissions.ts'
import type { HistoryKind } from '../schema/history.ts'
import type { EventLimits } from '../schema/limits.ts'
import type { EventSizes } from './event-sizes.ts'
import { lockEvent, type StoredEvent, touchLineUp } from './events.ts'
import { recordHistory } from './history.ts'
import type { Query } from './sql.ts'

/** After these, screens read the event and its entries again. */
const lineUpActions: ReadonlySet<Action> = new Set<Action>([
  'change-event',
  'reword-rubric',
  'reword-challenges',
  'choose-challenges',
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
  'set-film',
])

/** A team's changes leave the event's version as it is, so that no press of the desk becomes stale. */
const teamActions: ReadonlySet<Action> = new Set<Action>(['edit-own-entry', 'set-own-picture', 'choose-challenges'])

/** After these, this instance looks every key up again before it answers. The other instances do on the update. */
const keyActions: ReadonlySet<Action> = new Set<Action>(['issue-key', 'revoke-key', 'merge-judges', 'forget-people'])

type ChangeContext = {
  db: { sql: Sql }
  instance: string
  eventSizes: EventSizes
  eventLimits: EventLimits
  eventCache: { forgetKeys(): void }
}

export type Change = {
  tx: Query
  event: StoredEvent
  /** Adds a line to the event's history, written after the work in the same transaction. */
  record: (what: HistoryKind, detail: JSONValue) => void
}

/**
 * Changes an event in one transaction: locks its row, checks the permission, does the work, writes the history, and publishes to the
 * screens. Check limits and consents inside `work`: what it reads cannot change before the commit.
 */
export async function changeEvent<Result>(
  { db, instance, eventSizes, eventLimits, eventCache }: ChangeContext,
  slug: string,
  action: Action,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  const result = await db.sql.begin(async (tx) => {
    const event = await lockEvent(tx, slug)
    checkPermission(action, event)
    const lines: { what: HistoryKind; detail: JSONValue }[] = []
    const value = await work({ tx, event, record: (what, detail) => void lines.push({ what, detail }) })
    for (const line of lines)
      if (eventSizes.admitLine(event.id, line, eventLimits))
        await recordHistory(tx, { ...line, eventId: event.id, version: event.version, instance })
    if (lineUpActions.has(action)) await touchLineUp(tx, event.id, teamActions.has(action) ? 'team' : 'organiser')
    return { done: value }
  })
  if (keyActions.has(action)) eventCache.forgetKeys()
  return result.done
}
