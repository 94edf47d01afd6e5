import type { Query } from './sql.ts'

export type Picture = { mediaType: 'image/png' | 'image/jpeg' | 'image/webp'; bytes: Uint8Array; digest: string }

export async function findPicture(sql: Query, eventId: string): Promise<Picture | undefined> {
  const [row] = await sql<Picture[]>`
    select media_type as "mediaType", bytes, digest from pictures where event_id = ${eventId}`
  return row
}

export async function savePicture(tx: Query, eventId: string, picture: Picture): Promise<void> {
  await tx`
    insert into pictures (event_id, media_type, bytes, digest)
    values (${eventId}, ${picture.mediaType}, ${Buffer.from(picture.bytes)}, ${picture.digest})
    on conflict (event_id) do update
      set media_type = excluded.media_type, bytes = excluded.bytes, digest = excluded.digest`
}

export async function deletePicture(tx: Query, eventId: string): Promise<void> {
  await tx`delete from pictures where event_id = ${eventId}`
}
