import type { CheckedPicture, MediaType } from '../../rules/pictures/picture.ts'
import type { Slides } from '../../schema/entry.ts'
import type { Query } from '../sql.ts'

export type Page = { eventId: string; entryId: string; deck: string; page: number }
export type StoredPage = { mediaType: MediaType; bytes: Uint8Array }

/** A page of a deck; undefined where the deck has none of this number. */
export async function findSlidePage(
  sql: Query,
  { eventId, entryId, deck, page }: Page,
): Promise<StoredPage | undefined> {
  const [row] = await sql<StoredPage[]>`
    select media_type as "mediaType", bytes from slide_pages
    where event_id = ${eventId} and entry_id = ${entryId} and deck = ${deck} and page = ${page}`
  return row
}

export async function listSlides(sql: Query, eventId: string): Promise<(Slides & { entryId: string })[]> {
  const rows = await sql<{ entryId: string; slides: Slides }[]>`
    select id as "entryId", slides from entries where event_id = ${eventId} and slides is not null order by slot`
  return rows.map(({ entryId, slides }) => ({ entryId, ...slides }))
}

/** Bytes of all pages of the event except `page`, and except the deck that `page` is to replace. */
export async function sumOtherSlideBytes(
  sql: Query,
  { eventId, entryId, deck, page }: Page,
  replacedDeck: string | null,
): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select coalesce(sum(octet_length(bytes)), 0)::float8 as bytes from slide_pages
    where event_id = ${eventId}
      and not (entry_id = ${entryId} and ((deck = ${deck} and page = ${page}) or (deck <> ${deck} and deck = ${replacedDeck ?? ''})))`
  return row!.bytes
}

export async function saveSlidePage(
  tx: Query,
  { eventId, entryId, deck, page }: Page,
  { mediaType, bytes }: CheckedPicture,
): Promise<void> {
  await tx`
    insert into slide_pages (event_id, entry_id, deck, page, media_type, bytes)
    values (${eventId}, ${entryId}, ${deck}, ${page}, ${mediaType}, ${Buffer.from(bytes)})
    on conflict (event_id, entry_id, deck, page) do update set media_type = excluded.media_type, bytes = excluded.bytes`
}

export async function countSlidePages(sql: Query, { eventId, entryId, deck }: Page): Promise<number> {
  const [row] = await sql<{ pages: number }[]>`
    select count(*)::int as pages from slide_pages
    where event_id = ${eventId} and entry_id = ${entryId} and deck = ${deck}`
  return row!.pages
}

/** Deletes uploads that no page follows: those that are neither current nor `deck`. */
export async function deleteOtherUploads(
  tx: Query,
  { eventId, entryId, deck }: Page,
  currentDeck: string | null,
): Promise<void> {
  await tx`
    delete from slide_pages
    where event_id = ${eventId} and entry_id = ${entryId} and deck <> ${deck} and deck <> ${currentDeck ?? ''}`
}

/** Makes a deck whose pages are stored the entry's current one, and deletes every other; null deletes all. */
export async function setSlides(tx: Query, eventId: string, entryId: string, slides: Slides | null): Promise<void> {
  await tx`update entries set slides = ${slides && tx.json(slides)} where event_id = ${eventId} and id = ${entryId}`
  await tx`
    delete from slide_pages
    where event_id = ${eventId} and entry_id = ${entryId} and deck <> ${slides?.version ?? ''}`
}

/** Gives the current deck another version, after one of its pages has changed: browsers cache pages by it. */
export async function renameDeck(tx: Query, { eventId, entryId, deck }: Page, version: string): Promise<void> {
  await tx`
    update slide_pages set deck = ${version} where event_id = ${eventId} and entry_id = ${entryId} and deck = ${deck}`
}
