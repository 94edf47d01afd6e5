import { z } from 'zod'
import { archivedPrize, ballotEdit, castingVote, disqualifyBody, historyLine } from './award.ts'
import { ballot } from './ballot.ts'
import { draw, entry } from './entry.ts'
import { event, publishes } from './event.ts'
import { commentState } from './feedback.ts'
import { judge } from './judge.ts'
import { eventLimits, mostBallots } from './limits.ts'
import { countedInput, result, revealStep } from './result.ts'
import { scene } from './stage.ts'
import { slug, timeZone } from './text.ts'

const moment = z.iso.datetime({ offset: true })

const picture = z.object({
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  digest: z.string().max(64),
  /** In base 64; a picture is at most 1 MiB. */
  bytes: z.base64().max(1_400_000),
})

const timer = z.object({
  part: z.enum(['talk', 'questions']),
  plannedMs: z.number(),
  startedAt: moment.nullable(),
  pausedAt: moment.nullable(),
  pausedMs: z.number(),
})

const show = z.object({
  scene,
  sceneBefore: scene,
  onStageId: z.string().nullable(),
  shownIds: z.array(z.string()),
  calledAt: z.record(z.string(), moment),
  before: z.looseObject({}).nullable(),
  timer,
  clocks: z.record(z.string(), timer).default({}),
  interruptedIds: z.array(z.string()).default([]),
  message: z.string().nullable(),
  pause: z.object({ message: z.string(), untilAt: z.string().nullable() }).nullable(),
  reveal: z.object({ step: z.number().int(), of: z.number().int() }),
})

/** The one that is written. It grows when an older Demo Hour would lose something by reading the next. */
export const archiveVersion = 1

/** What tells an archive from any other file, and whether it can be read here. */
export const archiveHead = z.object({ format: z.literal('demo-hour/archive'), version: z.number().int().min(1) })

/** A whole event as one document. Keys are not in it: links are made anew where it is brought in. */
export const archive = z.object({
  format: archiveHead.shape.format,
  version: z.literal(archiveVersion),
  event: event.omit({ joinUrl: true, picture: true }).extend({
    slug,
    code: z.string().regex(/^[A-Z0-9]{5}$/),
    draw: draw.nullable().default(null),
    rehearsal: z.boolean().default(false),
    show,
    entriesFrozen: z.boolean().default(false),
    publishes: publishes.default('winners'),
    timeZone: timeZone.nullable().default(null),
    lineUpVersion: z.number().int(),
    version: z.number().int(),
  }),
  picture: picture.nullable().default(null),
  entries: z
    .array(
      entry.omit({ shown: true, calledAt: true, picture: true }).extend({
        warmUp: z.boolean().default(false),
        ready: z.boolean().default(false),
        disqualified: disqualifyBody.shape.reason.nullable().default(null),
      }),
    )
    .max(eventLimits.entries),
  /** One of each entry that has one. */
  entryPictures: z
    .array(picture.extend({ entryId: z.string() }))
    .max(eventLimits.entries)
    .default([]),
  judges: z
    .array(judge.omit({ arrived: true }).extend({ mergedInto: z.string().nullable().default(null), joinedAt: moment }))
    .max(eventLimits.judges),
  ballots: z.array(ballot.extend({ judgeId: z.string() })).max(mostBallots),
  feedback: z
    .array(
      z.object({
        judgeId: z.string(),
        entryId: z.string(),
        state: commentState.exclude(['waiting']),
        words: z.string(),
        commentDigest: z.string(),
        decidedAt: moment,
      }),
    )
    .max(mostBallots)
    .default([]),
  prizes: z.array(archivedPrize).max(100),
  castingVotes: z.array(castingVote.extend({ id: z.string(), at: moment })).max(eventLimits.castingVotes),
  history: z.object({ event: z.array(historyLine), ballots: z.array(ballotEdit) }),
  released: z
    .object({
      result,
      steps: z.array(revealStep),
      /** Null in an archive of an earlier release. */
      counted: countedInput.nullable().default(null),
      digest: z.string(),
      computedAt: moment,
    })
    .nullable(),
})
export type Archive = z.infer<typeof archive>

/** One that the server wrote by itself into its data folder. */
export const keptArchive = z.object({
  file: z.string(),
  why: z.enum(['closed', 'published']),
  at: z.string(),
  bytes: z.number().int(),
})
export type KeptArchive = z.infer<typeof keptArchive>
