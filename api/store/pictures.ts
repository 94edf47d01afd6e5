import { createHash } from 'node:crypto'
import type { CheckedPicture } from '../rules/pictures/picture.ts'
import type { Query } from './sql.ts'

/** An entry, or with `null` the event itself. */
export type PictureOwner = { eventId: string; entryId: string | null }
export type Picture = CheckedPicture & { digest: string }

export async function findPicture(sql: Query, { eventId, entryId }: PictureOwner): Promise<Picture | undefined> {
  const [row] = await sql<Picture[]>`
    select media_type as "mediaType", bytes, digest from pictures
    where event_id = ${eventId} and entry_id is not distinct from ${entryId}`
  return row
}

/** Whose pictures an event has: null for its own, and the ids of entries. */
export async function listPictureOwners(sql: Query, eventId: string): Promise<(string | null)[]> {
  const rows = await sql<{ entryId: string | null }[]>`
    select entry_id as "entryId" from pictures where event_id = ${eventId} order by entry_id`
  return rows.map(({ entryId }) => entryId)
}

export async function sumPictureBytes(sql: Query, eventId: string, exceptEntryId: string): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select coalesce(sum(octet_length(bytes)), 0)::int as bytes from pictures
    where event_id = ${eventId} and entry_id <> ${exceptEntryId}`
  return row!.bytes
}

export async function savePicture(
  tx: Query,
  { eventId, entryId }: PictureOwner,
  { mediaType, bytes }: CheckedPicture,
): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  await tx`
    insert into pictures (event_id, entry_id, media_type, bytes, digest)
    values (${eventId}, ${entryId}, ${mediaType}, ${Buffer.from(bytes)}, ${digest})
    on conflict on constraint one_picture do update
      set media_type = excluded.media_type, bytes = excluded.bytes, digest = excluded.digest`
}

export async function deletePicture(tx: Query, { eventId, entryId }: PictureOwner): Promise<void> {
  await tx`delete from pictures where event_id = ${eventId} and entry_id is not distinct from ${entryId}`
}
