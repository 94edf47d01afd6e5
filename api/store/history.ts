import type { JSONValue } from 'postgres'
import type { Query } from './sql.ts'

/** Adds a line to what others may ask about afterwards. Nothing ever takes one away. */
export async function remember(
  tx: Query,
  line: { eventId: string; version: number | null; what: string; detail: JSONValue; instance: string },
): Promise<void> {
  await tx`
    insert into event_history (event_id, version, what, detail, instance)
    values (${line.eventId}, ${line.version}, ${line.what}, ${tx.json(line.detail)}, ${line.instance})`
}
