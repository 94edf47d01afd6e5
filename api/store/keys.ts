import type { Role } from '../schema/session.ts'
import { type Query, tell } from './sql.ts'

/** Which door a key opens. `hash`: of that key. */
export type Door = {
  hash: Buffer
  role: Role
  eventId: string | null
  slug: string | null
  judgeId: string | null
  entryId: string | null
}

export async function findDoor(sql: Query, hash: Buffer): Promise<Door | undefined> {
  const [row] = await sql<Door[]>`
    select k.hash, k.role, k.event_id as "eventId", e.slug, k.judge_id as "judgeId", k.entry_id as "entryId"
    from keys k
    left join events e on e.id = k.event_id
    where k.hash = ${hash} and k.revoked_at is null`
  return row
}

export type KeyFor = Omit<Door, 'hash' | 'slug'>

export const organiserDoor = (eventId: string): KeyFor => ({
  role: 'organiser',
  eventId,
  judgeId: null,
  entryId: null,
})
export const judgeDoor = (eventId: string, judgeId: string): KeyFor => ({
  role: 'judge',
  eventId,
  judgeId,
  entryId: null,
})
export const teamDoor = (eventId: string, entryId: string): KeyFor => ({
  role: 'team',
  eventId,
  judgeId: null,
  entryId,
})

export async function addKey(tx: Query, hash: Buffer, door: KeyFor): Promise<void> {
  await tx`
    insert into keys (hash, role, event_id, judge_id, entry_id)
    values (${hash}, ${door.role}, ${door.eventId}, ${door.judgeId}, ${door.entryId})
    on conflict (hash) do update set revoked_at = null`
}

export async function countJudgeKeys(tx: Query, judgeId: string): Promise<number> {
  const [row] = await tx<{ keys: number }[]>`
    select count(*)::integer as keys from keys where judge_id = ${judgeId} and revoked_at is null`
  return row!.keys
}

/** The keys that open something of an event now, oldest first. `id` is the beginning of the hash. */
export async function listKeys(sql: Query, eventId: string): Promise<(KeyFor & { id: string; since: string })[]> {
  const rows = await sql<(KeyFor & { id: string; since: Date })[]>`
    select left(encode(hash, 'hex'), 16) as id, role, event_id as "eventId", judge_id as "judgeId",
      entry_id as "entryId", created_at as since
    from keys where event_id = ${eventId} and revoked_at is null order by created_at, hash`
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

/** One key stops working, on every instance. False when the event has none of this id. */
export async function revokeKey(tx: Query, eventId: string, id: string): Promise<boolean> {
  const revoked = await tx`
    update keys set revoked_at = now()
    where event_id = ${eventId} and left(encode(hash, 'hex'), 16) = ${id} and revoked_at is null
    returning role`
  await tell(tx, eventId, 'keys')
  return revoked.length > 0
}

/** Every key to this door stops working, on every instance. */
export async function revokeKeys(tx: Query, door: KeyFor): Promise<void> {
  await tx`
    update keys set revoked_at = now()
    where role = ${door.role} and revoked_at is null
      and event_id is not distinct from ${door.eventId}
      and judge_id is not distinct from ${door.judgeId}
      and entry_id is not distinct from ${door.entryId}`
  await tell(tx, door.eventId ?? '-', 'keys')
}
