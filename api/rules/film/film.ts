export type FilmType = 'video/mp4' | 'video/webm'

const mebibyte = 1024 * 1024
export const filmPartBytes = mebibyte / 2
export const maxFilmBytes = 100 * mebibyte
/** Of all entries of an event. */
export const maxFilmsBytes = 600 * mebibyte

export const countFilmParts = (bytes: number) => Math.ceil(bytes / filmPartBytes)

/** The length in bytes of a part, counted from 0, of a film of `bytes` bytes. */
export const filmPartLength = (bytes: number, part: number) => Math.min(filmPartBytes, bytes - part * filmPartBytes)

const ebml = [0x1a, 0x45, 0xdf, 0xa3]

/** The type of a film by its first bytes: the `ftyp` box of ISO/IEC 14496-12, or the EBML header of WebM (RFC 8794). */
export function filmType(start: Uint8Array): FilmType | undefined {
  if (String.fromCharCode(...start.subarray(4, 8)) === 'ftyp') return 'video/mp4'
  return ebml.every((byte, at) => start[at] === byte) ? 'video/webm' : undefined
}

export function filmAddress(slug: string, filmId: string | null, entryId: string): string | null {
  return filmId === null ? null : `/api/events/${slug}/entries/${entryId}/film?v=${filmId}`
}
