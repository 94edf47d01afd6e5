export const slidesAddress = (slug: string, entryId: string) =>
  `/api/events/${encodeURIComponent(slug)}/entries/${encodeURIComponent(entryId)}/slides`

/** With the deck's version, so that browsers cache the page for good. */
export const slideAddress = (slug: string, entryId: string, page: number, version: string) =>
  `${slidesAddress(slug, entryId)}/${page}?v=${version}`
