import { z } from 'zod'

// PostgreSQL stores neither U+0000 nor half a surrogate pair; other control characters arrive only by accident.
export const unsupportedCharacters = /(?![\t\n\r])\p{Cc}|\p{Cs}/u
export const unsupportedMessage = 'This holds characters that cannot be shown'

// Spaces, marks without a letter, and characters that fonts draw as nothing: zero widths, fillers, the Braille blank.
const invisible = /^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s\u2800]*$/u

const normalisedText = (max: number, normalise: (text: string) => string) =>
  z
    .string()
    .refine((text) => !unsupportedCharacters.test(text), unsupportedMessage)
    .transform((text) => (invisible.test(text) ? '' : normalise(text.normalize('NFC')).trim()))
    .refine((text) => [...text].length <= max, `Please keep this to ${max} characters`)

const collapseSpaces = (text: string) => text.replace(/\s+/gu, ' ')

/** One line, possibly empty: trimmed, white space collapsed, at most `max` characters as people count them. */
export const optionalLine = (max: number) =>
  normalisedText(max, collapseSpaces).meta({ type: 'string', maxLength: max })

export const line = (max: number) =>
  normalisedText(max, collapseSpaces)
    .refine((text) => text.length > 0, 'Please fill this in')
    .meta({ type: 'string', minLength: 1, maxLength: max })

export const paragraph = (max: number) => normalisedText(max, (text) => text).meta({ type: 'string', maxLength: max })

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'This is not an id')

export const entryCode = z.string().regex(/^[A-HJ-NP-Z2-9]{2}$/, 'This is not the code of an entry')

export const slug = z
  .string()
  .min(2, 'An address needs at least 2 characters')
  .max(60, 'Please keep the address to 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An address takes small letters, figures and single hyphens between them')

/** ISO 8601 with a time zone, in years that JavaScript, PostgreSQL and calendars write alike. */
export const moment = z.iso
  .datetime({ offset: true, error: 'A time looks like 2026-06-20T15:30:00Z' })
  .refine((text) => isInCalendar(Date.parse(text)), 'A time lies in the years 1970 to 2999')

// True for NaN: `datetime` has already refused text that is not a date.
const isInCalendar = (ms: number) => !(ms < 0 || ms >= Date.UTC(3000, 0))

/** An IANA time zone as Intl writes it: "europe/london" becomes "Europe/London". Refuses a bare offset, which has no summer time. */
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

export const link = z.url({ protocol: /^https?$/, error: 'A link starts with https:// or http://' }).max(500)
