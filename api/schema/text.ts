import { z } from 'zod'

// PostgreSQL stores neither U+0000 nor half a surrogate pair; other control characters arrive only by accident.
export const unshowable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u
export const cannotBeShown = 'This holds characters that cannot be shown'

// Spaces, marks without a letter, and what fonts draw as nothing: zero widths, fillers, and the blank of Braille.
const invisible = /^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s\u2800]*$/u

const words = (max: number, fold: (text: string) => string) =>
  z
    .string()
    .refine((text) => !unshowable.test(text), cannotBeShown)
    .transform((text) => (invisible.test(text) ? '' : fold(text.normalize('NFC')).trim()))
    .refine((text) => [...text].length <= max, `Please keep this to ${max} characters`)

const foldSpace = (text: string) => text.replace(/\s+/gu, ' ')

/** One line that may be left empty: trimmed, white space folded, up to `max` characters as people count them. */
export const optionalLine = (max: number) => words(max, foldSpace).meta({ type: 'string', maxLength: max })

/** One line of words, of at least one character. */
export const line = (max: number) =>
  words(max, foldSpace)
    .refine((text) => text.length > 0, 'Please fill this in')
    .meta({ type: 'string', minLength: 1, maxLength: max })

/** Several lines of words, which may be left empty. */
export const paragraph = (max: number) => words(max, (text) => text).meta({ type: 'string', maxLength: max })

/** An id as this server makes them: twelve letters and figures. Any other text names nothing. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'This is not an id')

/** The name of an event in its address. */
export const slug = z
  .string()
  .min(2, 'An address needs at least 2 characters')
  .max(60, 'Please keep the address to 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An address takes small letters, figures and single hyphens between them')

/** A moment: ISO 8601 with a time zone, in years that JavaScript, PostgreSQL and a calendar write alike. */
export const moment = z.iso
  .datetime({ offset: true, error: 'A time looks like 2026-06-20T15:30:00Z' })
  .refine((text) => inCalendar(Date.parse(text)), 'A time lies in the years 1970 to 2999')

// Not a number for a text that is no moment at all: that is said already.
const inCalendar = (ms: number) => !(ms < 0 || ms >= Date.UTC(3000, 0))

/** A time zone's IANA name, stored as Intl writes it: "europe/london" becomes "Europe/London". A bare offset is none: it has no summer time. */
export const timeZone = z
  .string()
  .max(64)
  .transform((name, context) => {
    const zone = findTimeZone(name.trim())
    if (zone) return zone
    context.addIssue('There is no such time zone. A name looks like Europe/London')
    return z.NEVER
  })
  .meta({ type: 'string', maxLength: 64 })

function findTimeZone(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** A web address that people may follow. */
export const link = z.url({ protocol: /^https?$/, error: 'A link starts with https:// or http://' }).max(500)
