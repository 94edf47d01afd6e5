import { z } from 'zod'
import { challengeIds } from './judging/challenge.ts'
import { eventLimits, maxSlidePages } from './limits.ts'
import { entryCode, id, line, link, optionalLine } from './text.ts'

/** `version` changes whenever a page does: browsers cache pages by it. */
export const slides = z.object({ pages: z.number().int(), version: z.string() })
export type Slides = z.infer<typeof slides>

export const entry = z.object({
  id: z.string(),
  /** Two characters, typed after the event's code. They stay when the order changes, and no later entry gets them. */
  code: entryCode,
  title: z.string(),
  team: z.string(),
  summary: z.string(),
  organisations: z.array(z.string()),
  members: z.array(z.string()),
  link: z.string(),
  picture: z.string().nullable(),
  /** Null: none, or none yet for everyone, who may read them once the team is on deck or has been on stage. */
  slides: slides.nullable(),
  /** Uploaded for a stage on another computer. */
  film: z.string().nullable(),
  slot: z.number().int(),
  table: z.string(),
  /** Null: the event's times apply. */
  talkSeconds: z.number().int().nullable(),
  questionsSeconds: z.number().int().nullable(),
  /** The pace of slides that turn by themselves while the talk's clock runs. Null: by hand. */
  pageSeconds: z.number().int().nullable(),
  /** `next` and `back` leave it out; `call` does not. */
  skipped: z.boolean(),
  /** A demo for practice: it takes no ballots and is not in the result. */
  warmUp: z.boolean(),
  calledAt: z.string().nullable(),
  shown: z.boolean(),
  /** Takes ballots until scoring closes, unless it is a warm-up: it has been called on stage, or the showcase opened it. */
  open: z.boolean(),
})
export type Entry = z.infer<typeof entry>

export const entryBody = z.strictObject({
  title: line(120),
  team: line(120),
  summary: optionalLine(240).optional(),
  organisations: z.array(line(120)).max(12).optional(),
  members: z.array(line(120)).max(30).optional(),
  link: z.union([link, z.literal('')]).optional(),
})
const table = optionalLine(8)

/** `challengeIds`: the challenges that the entry takes part in. */
export const importedEntryBody = entryBody.extend({ table: table.optional(), challengeIds: challengeIds.optional() })
export type ImportedEntryBody = z.infer<typeof importedEntryBody>

export const newEntryBody = entryBody.extend({ table: table.optional(), warmUp: z.boolean().optional() })
export type NewEntryBody = z.infer<typeof newEntryBody>

export type EntryBody = z.infer<typeof entryBody>

export const slotBody = z.strictObject({
  talkSeconds: z.number().int().min(5, 'A talk takes at least 5 seconds').max(7200).nullable(),
  questionsSeconds: z.number().int().min(0).max(7200).nullable(),
  pageSeconds: z.number().int().min(2, 'A page stays for at least 2 seconds').max(3600).nullable(),
  skipped: z.boolean(),
  warmUp: z.boolean(),
  table,
})

export const entryChanges = entryBody.extend(slotBody.shape).partial()
export type EntryChanges = z.infer<typeof entryChanges>

export const deckName = z.string().regex(/^[\w-]{8,40}$/, 'The name of a deck has 8 to 40 letters, digits or hyphens')

/** `deck` and `of` come together: see the route. */
export const slidesUpload = z
  .object({
    deck: deckName.optional(),
    of: z.coerce.number().int().min(1).max(maxSlidePages, `Slides have at most ${maxSlidePages} pages`).optional(),
  })
  .refine(({ deck, of }) => (deck === undefined) === (of === undefined), 'Give both the deck and its number of pages')
export type SlidesUpload = z.infer<typeof slidesUpload>

export const acceptedCost = z.strictObject({
  ballots: z.coerce.number().int().min(0).optional(),
  prizes: z.coerce.number().int().min(0).optional(),
})
export type AcceptedCost = z.infer<typeof acceptedCost>

export const readyBody = z.strictObject({ ready: z.boolean() })

export const runningOrderBody = z.strictObject({ entryIds: z.array(id).max(eventLimits.entries) })

const seed = z
  .number()
  .int('A seed is a whole number')
  .min(0, 'A seed is 0 or above')
  .max(999_999, 'A seed has at most six figures')

export const drawBody = z.strictObject({ seed: seed.optional() })

/** Enough for anyone to repeat the last draw. `times`: how many draws there were. */
export const draw = z.object({ seed, at: z.string(), times: z.number().int(), entryIds: z.array(z.string()) })
export type Draw = z.infer<typeof draw>

/** In running order. `version` grows with every change to the event or its entries. */
export const lineUp = z.object({ version: z.number().int(), entries: z.array(entry) })
export type LineUp = z.infer<typeof lineUp>
