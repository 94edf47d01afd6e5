import { publish } from '../live/updates.ts'
import type { Role } from '../schema/session.ts'
import type { Query } from './sql.ts'

/** Who sent a request, by its key. `hash`: the key's. */
export type Caller = {
  hash: Buffer
  role: Role
  eventId: string | null
  slug: string | null
  judgeId: string | null
  entryId: string | null
}

export async function findCaller(sql: Query, hash: Buffer): Promise<Caller | undefined> {
  const [row] = await sql<Caller[]>`
    select k.hash, k.role, k.event_id as "eventId", e.slug, k.judge_id as "judgeId", k.entry_id as "entryId"
    from keys k
    left join events e on e.id = k.event_id
    where k.hash = ${hash} and k.revoked_at is null`
  return row
}

/** Those of the hashes, in hexadecimal, whose keys are valid. */
export async function listValidKeys(sql: Query, hashes: string[]): Promise<Set<string>> {
  const rows = await sql<{ hash: string }[]>`
    select encode(hash, 'hex') as hash from keys
    where hash in (select decode(h, 'hex') from unnest(${hashes}::text[]) as h) and revoked_at is null`
  return new Set(rows.map((row) => row.hash))
}

export type KeyHolder = Omit<Caller, 'hash' | 'slug'>

export const forOrganiser = (eventId: string): KeyHolder => ({
  role: 'organiser',
  eventId,
  judgeId: null,
  entryId: null,
})
export const forRemote = (eventId: string): KeyHolder => ({
  role: 'remote',
  eventId,
  judgeId: null,
  entryId: null,
})
export const forJudge = (eventId: string, judgeId: string): KeyHolder => ({
  role: 'judge',
  eventId,
  judgeId,
  entryId: null,
})
export const forTeam = (eventId: string, entryId: string): KeyHolder => ({
  role: 'team',
  eventId,
  judgeId: null,
  entryId,
})

export async function insertKey(tx: Query, hash: Buffer, holder: KeyHolder): Promise<void> {
  // clock_timestamp(), not now(): now() is the same for all keys of an import, which would be listed in no order.
  await tx`
    insert into keys (hash, role, event_id, judge_id, entry_id, created_at)
    values (${hash}, ${holder.role}, ${holder.eventId}, ${holder.judgeId}, ${holder.entryId}, clock_timestamp())
    on conflict (hash) do update set revoked_at = null`
}

/** The judge to whom the key belongs, even if it is revoked. */
export async function findJudgeIdOfKey(tx: Query, eventId: string, hash: Buffer): Promise<string | undefined> {
  const [row] = await tx<{ judgeId: string }[]>`
    select judge_id as "judgeId" from keys where hash = ${hash} and event_id = ${eventId} and role = 'judge'`
  return row?.judgeId
}

export async function countJudgeKeys(tx: Query, judgeId: string): Promise<number> {
  const [row] = await tx<{ keys: number }[]>`
    select count(*)::integer as keys from keys where judge_id = ${judgeId} and revoked_at is null`
  return row!.keys
}

type ValidKey<Moment> = KeyHolder & { id: string; since: Moment; sentAt: Moment | null; usedAt: Moment | null }

/** The event's valid keys, oldest first. `id`: the first 16 hexadecimal digits of the hash. */
export async function listKeys(sql: Query, eventId: string): Promise<ValidKey<string>[]> {
  const rows = await sql<ValidKey<Date>[]>`
    select left(encode(hash, 'hex'), 16) as id, role, event_id as "eventId", judge_id as "judgeId",
      entry_id as "entryId", created_at as since, sent_at as "sentAt", used_at as "usedAt"
    from keys where event_id = ${eventId} and revoked_at is null order by created_at, hash`
  return rows.map((row) => ({
    ...row,
    since: row.since.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    usedAt: row.usedAt?.toISOString() ?? null,
  }))
}

/** Marks the newest valid key of each of these judges and entries as sent. Returns the ids of those that have one. */
export async function markKeysSent(tx: Query, eventId: string, recipientIds: string[]): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update keys set sent_at = now()
    where hash in (
      select distinct on (role, judge_id, entry_id) hash from keys
      where event_id = ${eventId} and revoked_at is null
        and coalesce(judge_id, entry_id) in (select unnest(${recipientIds}::text[]))
      order by role, judge_id, entry_id, created_at desc, hash
    )
    returning coalesce(judge_id, entry_id) as id`
  return rows.map(({ id }) => id)
}

export async function markKeyUsed(sql: Query, hash: Buffer): Promise<void> {
  await sql`update keys set used_at = now() where hash = ${hash} and used_at is null`
}

/** Revokes one key, on every instance. False when the event has no valid key with this id. */
export async function revokeKey(tx: Query, eventId: string, id: string): Promise<boolean> {
  const revoked = await tx`
    update keys set revoked_at = now()
    where event_id = ${eventId} and left(encode(hash, 'hex'), 16) = ${id} and revoked_at is null
    returning role`
  await publish(tx, { kind: 'keys', eventId })
  return revoked.length > 0
}

export async function revokeKeys(tx: Query, holder: KeyHolder): Promise<void> {
  await tx`
    update keys set revoked_at = now()
    where role = ${holder.role} and revoked_at is null
      and event_id is not distinct from ${holder.eventId}
      and judge_id is not distinct from ${holder.judgeId}
      and entry_id is not distinct from ${holder.entryId}`
  await publish(tx, { kind: 'keys', eventId: holder.eventId })
}
