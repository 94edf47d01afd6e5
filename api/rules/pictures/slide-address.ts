import type { Entry } from '../../schema/entry.ts'

export const slidesAddress = (slug: string, entryId: string) =>
  `/api/events/${encodeURIComponent(slug)}/entries/${encodeURIComponent(entryId)}/slides`

/** With the deck's version, so that browsers cache the page for good. */
export const slideAddress = (slug: string, entryId: string, page: number, version: string) =>
  `${slidesAddress(slug, entryId)}/${page}?v=${version}`

/** The addresses of all pages of an entry's deck, in order; none where it has no slides, or none that everyone may see. */
export const listSlideAddresses = (slug: string, { id, slides }: Pick<Entry, 'id' | 'slides'>): string[] =>
  Array.from({ length: slides?.pages ?? 0 }, (_, at) => slideAddress(slug, id, at + 1, slides!.version))
