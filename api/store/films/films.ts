import type { FilmType } from '../../rules/film/film.ts'
import type { FilmBody } from '../../schema/uploads/film.ts'
import type { Query } from '../sql.ts'

export type StoredFilm = { id: string; bytes: number; mediaType: FilmType | null; complete: boolean }
export type Upload = StoredFilm & { received: number }
type Owner = { eventId: string; entryId: string }

const columns = (sql: Query) => sql`id, bytes, media_type as "mediaType", complete`
const received = (sql: Query) =>
  sql`(select count(*)::integer from film_parts p where p.film_id = films.id) as received`

export async function findFilm(sql: Query, { eventId, entryId }: Owner): Promise<StoredFilm | undefined> {
  const [row] = await sql<StoredFilm[]>`
    select ${columns(sql)} from films where event_id = ${eventId} and entry_id = ${entryId} and complete`
  return row
}

/** The film of this id, complete or not, with the number of its stored parts. */
export async function findUpload(sql: Query, { entryId }: Owner, filmId: string): Promise<Upload | undefined> {
  const [row] = await sql<Upload[]>`
    select ${columns(sql)}, ${received(sql)} from films where id = ${filmId} and entry_id = ${entryId}`
  return row
}

/** The unfinished upload of the same file, or a new one in place of any other. */
export async function beginUpload(tx: Query, { eventId, entryId }: Owner, id: string, film: FilmBody): Promise<Upload> {
  const { name, bytes, modifiedMs } = film
  const [same] = await tx<Upload[]>`
    select ${columns(tx)}, ${received(tx)} from films
    where entry_id = ${entryId} and not complete and name = ${name} and bytes = ${bytes} and modified_ms = ${modifiedMs}`
  if (same) return same
  await tx`delete from films where entry_id = ${entryId} and not complete`
  await tx`
    insert into films (id, event_id, entry_id, name, bytes, modified_ms)
    values (${id}, ${eventId}, ${entryId}, ${name}, ${bytes}, ${modifiedMs})`
  return { id, bytes, mediaType: null, complete: false, received: 0 }
}

export async function savePart(
  tx: Query,
  { eventId, filmId, part }: { eventId: string; filmId: string; part: number },
  bytes: Uint8Array,
): Promise<void> {
  await tx`
    insert into film_parts (film_id, event_id, part, bytes)
    values (${filmId}, ${eventId}, ${part}, ${Buffer.from(bytes)})
    on conflict do nothing`
}

export async function saveFilmType(tx: Query, filmId: string, type: FilmType): Promise<void> {
  await tx`update films set media_type = ${type} where id = ${filmId}`
}

/** The entry's film from now on. The one before is deleted. */
export async function completeFilm(tx: Query, entryId: string, filmId: string): Promise<void> {
  await tx`delete from films where entry_id = ${entryId} and complete and id <> ${filmId}`
  await tx`update films set complete = true where id = ${filmId}`
}

export async function deleteFilms(tx: Query, entryId: string): Promise<void> {
  await tx`delete from films where entry_id = ${entryId}`
}

/** Bytes of the films and uploads of the event's other entries. */
export async function sumFilmBytes(sql: Query, { eventId, entryId }: Owner): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select coalesce(sum(bytes), 0)::float8 as bytes from films where event_id = ${eventId} and entry_id <> ${entryId}`
  return row!.bytes
}

/** Undefined when the film was deleted meanwhile. */
export async function readPart(sql: Query, filmId: string, part: number): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ bytes: Uint8Array }[]>`
    select bytes from film_parts where film_id = ${filmId} and part = ${part}`
  return row?.bytes
}
