import type { Query } from './sql.ts'

export async function saveDeskCode(sql: Query, eventId: string, hash: Buffer, expiresAt: Date): Promise<void> {
  await sql`
    insert into desk_codes (event_id, hash, expires_at) values (${eventId}, ${hash}, ${expiresAt})
    on conflict (event_id) do update set hash = excluded.hash, expires_at = excluded.expires_at`
}

export async function useDeskCode(sql: Query, eventId: string, hash: Buffer, now: Date): Promise<boolean> {
  const used = await sql`
    delete from desk_codes where event_id = ${eventId} and hash = ${hash} and expires_at > ${now} returning event_id`
  return used.length > 0
}
