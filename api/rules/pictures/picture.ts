import { refuse } from '../refusal.ts'
import { readJpeg } from './jpeg.ts'
import type { PictureParts } from './picture-parts.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** Bytes of the file, and pixels of its longer side. Browsers scale pictures down before they upload. */
export type PictureLimits = { bytes: number; side: number }

export const eventPictureLimits: PictureLimits = { bytes: 1024 * 1024, side: 4096 }
/** Smaller, because sixty of them are on one page. */
export const entryPictureLimits: PictureLimits = { bytes: 512 * 1024, side: 1600 }

/** A page of slides, which fills a projector. */
export const slideLimits: PictureLimits & { pages: number } = { bytes: 300 * 1024, side: 4096, pages: 40 }

export type MediaType = 'image/png' | 'image/jpeg' | 'image/webp'
export type CheckedPicture = { mediaType: MediaType; bytes: Uint8Array }

const readers: [MediaType, (bytes: Uint8Array) => PictureParts | undefined][] = [
  ['image/png', readPng],
  ['image/jpeg', readJpeg],
  ['image/webp', readWebp],
]

/**
 * Detects the type from the bytes, not from the declared type, and removes metadata. Refuses anything but one whole PNG, JPEG or WebP
 * file, and a picture larger than `limits`.
 */
export function checkPicture(bytes: Uint8Array, limits: PictureLimits): CheckedPicture {
  if (bytes.length > limits.bytes) refuse('body-too-large', `A picture takes at most ${limits.bytes / 1024} kB`)
  for (const [mediaType, read] of readers) {
    const parts = read(bytes)
    if (!parts) continue
    const longest = Math.max(parts.width, parts.height)
    if (Math.min(parts.width, parts.height) < 1) refuse('not-a-picture')
    if (longest > limits.side)
      refuse('picture-too-large', `A picture is at most ${limits.side} pixels wide and high; this one has ${longest}`)
    return { mediaType, bytes: concatenate(parts.parts) }
  }
  return refuse('not-a-picture')
}

/** Contains the digest, so that browsers may cache the picture for good. */
export function pictureAddress(slug: string, digest: string | null, entryId?: string): string | null {
  const owner = entryId === undefined ? '' : `/entries/${entryId}`
  return digest === null ? null : `/api/events/${slug}${owner}/picture?v=${digest}`
}

function concatenate(parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
