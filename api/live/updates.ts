import type { Sql, TransactionSql } from 'postgres'

type Query = Sql | TransactionSql

/** What a commit changed. Every instance receives it once the commit is durable; it names what to read again and carries no content, but for captions. */
export type Update =
  /** The show, or what the organiser changed in the event, its rubric or its entries. A cue gives the event's version after it. */
  | { kind: 'stage'; eventId: string; version?: number }
  | { kind: 'line-up'; eventId: string }
  | { kind: 'counts'; eventId: string }
  | { kind: 'judge'; eventId: string; judgeId: string }
  | { kind: 'panel'; eventId: string }
  /** Keys were revoked; `eventId` is null for the owner's. */
  | { kind: 'keys'; eventId: string | null }
  /** The instance has removed its own archives of the event. */
  | { kind: 'people-removed'; eventId: string; slug: string; instance: string }
  /** The only update with content: captions are stored nowhere. At most 120 characters. */
  | { kind: 'caption'; eventId: string; text: string }
  | { kind: 'archive-failed'; eventId: string }
  | { kind: 'deleted'; eventId: string; slug: string }

export type UpdateKind = Update['kind']

export const updatesChannel = 'updates'

const kinds: Record<UpdateKind, true> = {
  stage: true,
  'line-up': true,
  counts: true,
  judge: true,
  panel: true,
  keys: true,
  'people-removed': true,
  caption: true,
  'archive-failed': true,
  deleted: true,
}

/** Publishes when the transaction commits, and only then. */
export async function publish(sql: Query, update: Update): Promise<void> {
  await sql`select pg_notify(${updatesChannel}, ${JSON.stringify(update)})`
}

/** The same as an expression of a larger statement; `eventId` is an expression of it. */
export const notifyOf = (sql: Query, kind: 'stage' | 'line-up' | 'counts', eventId: ReturnType<Sql>) => sql`
  pg_notify(${updatesChannel}, json_build_object('kind', ${kind}::text, 'eventId', ${eventId}::text)::text)`

/** The same for a cue, with the version that it gave to the event `e` of the statement. */
export const notifyOfCue = (sql: Query) => sql`
  pg_notify(${updatesChannel}, json_build_object('kind', 'stage', 'eventId', e.id, 'version', e.version)::text)`

/** Undefined for a payload that this version does not know, such as that of a newer instance. */
export function parseUpdate(payload: string): Update | undefined {
  try {
    const update = JSON.parse(payload) as Update
    return kinds[update.kind] ? update : undefined
  } catch {
    return undefined
  }
}
