import { z } from 'zod'
import { draw } from './entry.ts'
import { challenge } from './judging/challenge.ts'
import { cost } from './judging/cost.ts'
import { archivedCriterion, criterion, criterionBody } from './judging/criterion.ts'
import { maxAwards, maxCriteria } from './limits.ts'
import { line, moment, optionalLine, slug, timeZone } from './text.ts'

/** Moves forward only, except back from closed to live. */
export const phase = z.enum(['setup', 'live', 'closed', 'revealing', 'final'])
export type Phase = z.infer<typeof phase>

/** How judges join by name: at once, when the desk admits them, or not at all (personal links only). */
export const admission = z.enum(['open', 'desk', 'link'])
export type Admission = z.infer<typeof admission>

/** How marks are combined: levelled (each judge's leniency removed) or the plain weighted mean. */
export const method = z.enum(['levelled', 'mean'])
export type Method = z.infer<typeof method>

export const publishes = z.enum(['winners', 'everything'])
export type Publishes = z.infer<typeof publishes>

/** When entries take ballots: once they have been on stage, or in any order from the opening of the showcase. */
export const scoring = z.enum(['on-stage', 'any-order'])
export type Scoring = z.infer<typeof scoring>

/** Until when only the organiser sees the gallery: for good, until the doors open, or until the result is published. */
export const galleryPublic = z.enum(['never', 'from-doors', 'after-result'])
export type GalleryPublic = z.infer<typeof galleryPublic>

/** At which side of the stage a space stays free for a sign-language interpreter. */
export const interpreter = z.enum(['none', 'left', 'right'])
export type Interpreter = z.infer<typeof interpreter>

const rubricOf = <Fields extends z.ZodType>(criterion: Fields) =>
  z
    .array(criterion)
    .min(1, 'A rubric needs at least one criterion')
    .max(maxCriteria, `A rubric takes at most ${maxCriteria} criteria`)

export const rubricBody = z.strictObject({ criteria: rubricOf(criterionBody) })
export const archivedRubric = rubricOf(archivedCriterion)

/** `accept`: the cost that the organiser saw, if judges have already scored. */
export const rubricChange = rubricBody.extend({ accept: cost.optional() })
export type RubricChange = z.infer<typeof rubricChange>

export const event = z.object({
  id: z.string(),
  slug: z.string(),
  code: z.string(),
  name: z.string(),
  venue: z.string(),
  startsAt: z.string().nullable(),
  /** The IANA zone in which pages show the event's times; null: each device's own zone. */
  timeZone: z.string().nullable(),
  talkSeconds: z.number().int(),
  questionsSeconds: z.number().int(),
  admission,
  method,
  places: z.number().int(),
  criterionAwards: z.array(z.string()),
  /** The reveal's order of awards: their ids, and `places` for all places together. An award that is not named comes before the places. */
  awardOrder: z.array(z.string()),
  /** A team with an award gets no further one by score: the next team does. */
  oneAwardPerTeam: z.boolean(),
  publishes,
  scoring,
  galleryPublic,
  /** A space at the top of the stage, and captions on the phones that want them. */
  captions: z.boolean(),
  interpreter,
  /** Days from the publication, else from the close, after which the server removes the people's data; null: never by itself. */
  keepPeopleDays: z.number().int().nullable(),
  /** When that is due; null before the close and during the reveal. */
  peopleRemovalAt: z.string().nullable(),
  peopleRemovedAt: z.string().nullable(),
  phase,
  entriesFrozen: z.boolean(),
  criteria: z.array(criterion),
  challenges: z.array(challenge),
  draw: draw.nullable(),
  picture: z.string().nullable(),
  /** A copy that made-up judges score; nothing in it counts. */
  rehearsal: z.boolean(),
  joinUrl: z.string(),
})
export type Event = z.infer<typeof event>

const peopleCounts = z.object({
  teams: z.number().int(),
  judges: z.number().int(),
  judgesHere: z.number().int(),
})
export type PeopleCounts = z.infer<typeof peopleCounts>

export const ownerEvent = event.extend(peopleCounts.shape)
export type OwnerEvent = z.infer<typeof ownerEvent>

const awardOrder = z.array(z.string().max(80)).max(maxAwards)

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
  criterionAwards: z.array(z.string().max(40)).max(maxCriteria).optional(),
  awardOrder: awardOrder.optional(),
  oneAwardPerTeam: z.boolean().optional(),
  publishes: publishes.optional(),
  scoring: scoring.optional(),
  galleryPublic: galleryPublic.optional(),
  captions: z.boolean().optional(),
  interpreter: interpreter.optional(),
  keepPeopleDays: z.number().int('Days are whole').min(1).max(365).nullable().optional(),
  criteria: rubricBody.shape.criteria.optional(),
})
export type EventBody = z.infer<typeof eventBody>

export const copyBody = eventBody.pick({ name: true, slug: true, startsAt: true }).partial().extend({
  entries: z.boolean().optional(),
})
export type CopyBody = z.infer<typeof copyBody>

/** A permanent deletion repeats the event's name; `underWay` confirms it during the show. */
export const consentBody = z.strictObject({ name: line(120), underWay: z.boolean().optional() })
export type ConsentBody = z.infer<typeof consentBody>

export const eventChanges = eventBody
  .omit({ slug: true, criteria: true })
  .extend({ entriesFrozen: z.boolean() })
  .partial()
export type EventChanges = z.infer<typeof eventChanges>
