import { z } from 'zod'
import { cost } from './cost.ts'
import { draw } from './entry.ts'
import { mostCriteria } from './limits.ts'
import { line, moment, optionalLine, slug, timeZone } from './text.ts'

/** Moves forward only, except back from closed to live. */
export const phase = z.enum(['setup', 'live', 'closed', 'revealing', 'final'])
export type Phase = z.infer<typeof phase>

/** How a judge who gives a name comes in: at once, let in by the desk, or by a personal link alone. */
export const admission = z.enum(['open', 'desk', 'link'])
export type Admission = z.infer<typeof admission>

/** How marks are added up: levelled (each judge's habitual harshness taken out) or the plain weighted mean. */
export const method = z.enum(['levelled', 'mean'])
export type Method = z.infer<typeof method>

/** What everyone reads of the published result: the winners alone, or the whole table. */
export const publishes = z.enum(['winners', 'everything'])
export type Publishes = z.infer<typeof publishes>

/** One line of the rubric: a question in words, whole points from min to max, and what a score means. */
export const criterion = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  min: z.number().int(),
  max: z.number().int(),
  weight: z.number(),
  /** What a score means in words, by the score; any of them may be missing. */
  levels: z.record(z.string(), z.string()),
})
export type Criterion = z.infer<typeof criterion>

export const criterionBody = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, 'An id takes letters, figures, - and _')
      .optional(),
    name: line(120),
    description: optionalLine(300).optional(),
    min: z.number().int('Points are whole').min(0).max(99).optional(),
    max: z.number().int('Points are whole').min(1).max(100),
    weight: z.number().min(0.01, 'A weight is above 0').max(100).optional(),
    levels: z.record(z.string().regex(/^\d{1,3}$/, 'A level is named by its score'), optionalLine(160)).optional(),
  })
  .refine((c) => (c.min ?? 1) < c.max, { path: ['max'], error: 'The highest score must be above the lowest' })
  .refine((c) => c.max - (c.min ?? 1) <= 20, { path: ['max'], error: 'A scale has at most 21 steps' })
export type CriterionBody = z.infer<typeof criterionBody>

export const rubricBody = z.strictObject({
  criteria: z
    .array(criterionBody)
    .min(1, 'A rubric needs at least one criterion')
    .max(mostCriteria, `A rubric takes at most ${mostCriteria} criteria`),
})

/** `accept`: the cost that was shown, where judges have scored already. */
export const rubricChange = rubricBody.extend({ accept: cost.optional() })
export type RubricChange = z.infer<typeof rubricChange>

export const event = z.object({
  id: z.string(),
  slug: z.string(),
  /** Five characters that people type: no 0, O, 1 or I. */
  code: z.string(),
  name: z.string(),
  venue: z.string(),
  startsAt: z.string().nullable(),
  /** The IANA name of the zone in which every page shows the event's times; null: each device uses its own zone. */
  timeZone: z.string().nullable(),
  talkSeconds: z.number().int(),
  questionsSeconds: z.number().int(),
  admission,
  method,
  /** How many places are honoured, 1 to 10. */
  places: z.number().int(),
  /** The criteria whose best entry is honoured as well. */
  criterionAwards: z.array(z.string()),
  publishes,
  phase,
  /** The organiser alone changes entries now. */
  entriesFrozen: z.boolean(),
  criteria: z.array(criterion),
  /** How chance put the running order; null while it has not been asked. */
  draw: draw.nullable(),
  /** Where the event's own picture is, for the stage; null while it has none. */
  picture: z.string().nullable(),
  /** A copy that made-up people play: nothing counts in it. */
  rehearsal: z.boolean(),
  /** What the room's QR code says. */
  joinUrl: z.string(),
})
export type Event = z.infer<typeof event>

const peopleCounts = z.object({
  teams: z.number().int(),
  /** On the panel. */
  judges: z.number().int(),
  /** Of those, whose phone was there within the last minute. */
  judgesHere: z.number().int(),
})
export type PeopleCounts = z.infer<typeof peopleCounts>

/** An event as the owner of the installation sees it among the others. */
export const ownersEvent = event.extend(peopleCounts.shape)
export type OwnersEvent = z.infer<typeof ownersEvent>

const seconds = (max: number) => z.number().int('Seconds are whole').min(0).max(max)

export const eventBody = z.strictObject({
  name: line(120),
  slug: slug.optional(),
  startsAt: moment.nullable().optional(),
  timeZone: timeZone.nullable().optional(),
  venue: optionalLine(120).optional(),
  talkSeconds: seconds(7200).min(5, 'A talk takes at least 5 seconds').optional(),
  questionsSeconds: seconds(7200).optional(),
  admission: admission.optional(),
  method: method.optional(),
  places: z.number().int().min(1).max(10).optional(),
  criterionAwards: z.array(z.string().max(40)).max(mostCriteria).optional(),
  publishes: publishes.optional(),
  criteria: rubricBody.shape.criteria.optional(),
})
export type EventBody = z.infer<typeof eventBody>

/** Another event made from this one. Without a `startsAt` the new one has no date yet. */
export const copyBody = eventBody.pick({ name: true, slug: true, startsAt: true }).partial().extend({
  /** The entries as well, with their slots and times; they get no links. */
  entries: z.boolean().optional(),
})
export type CopyBody = z.infer<typeof copyBody>

/** What is deleted for good is named by whoever deletes it; `underWay` says so again while the show is on. */
export const consentBody = z.strictObject({ name: line(120), underWay: z.boolean().optional() })
export type ConsentBody = z.infer<typeof consentBody>

export const eventChanges = eventBody
  .omit({ slug: true, criteria: true })
  .extend({ entriesFrozen: z.boolean() })
  .partial()
export type EventChanges = z.infer<typeof eventChanges>
