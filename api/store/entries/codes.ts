import type { TypedCode } from '../../rules/event/codes.ts'
import type { Query } from '../sql.ts'

/** The codes that no new entry of the event may have: those of its entries and those of removed ones. */
export async function listUsedCodes(tx: Query, eventId: string): Promise<Set<string>> {
  const rows = await tx<{ code: string }[]>`
    select code from entries where event_id = ${eventId}
    union all select unnest(retired_entry_codes) from events where id = ${eventId}`
  return new Set(rows.map(({ code }) => code))
}

export async function listRetiredCodes(sql: Query, eventId: string): Promise<string[]> {
  const [row] = await sql<{ codes: string[] }[]>`
    select retired_entry_codes as codes from events where id = ${eventId}`
  return row?.codes ?? []
}

export async function saveRetiredCodes(tx: Query, eventId: string, codes: string[]): Promise<void> {
  await tx`update events set retired_entry_codes = ${codes} where id = ${eventId}`
}

/** `entryId` is null when the event has no entry of that code, or none was typed. Undefined when no event has the code. */
export async function findByCode(
  sql: Query,
  { event, entry = '' }: TypedCode,
): Promise<{ eventSlug: string; entryId: string | null } | undefined> {
  const [row] = await sql<{ eventSlug: string; entryId: string | null }[]>`
    select e.slug as "eventSlug", n.id as "entryId"
    from events e left join entries n on n.event_id = e.id and n.code = ${entry}
    where e.code = ${event}`
  return row
}
