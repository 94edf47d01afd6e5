import { z } from 'zod'
import { archivedPrize, ballotEdit, castingVote, disqualifyBody, historyLine } from './award.ts'
import { ballot } from './ballot.ts'
import { draw, entry } from './entry.ts'
import { event, publishes } from './event.ts'
import { commentState } from './feedback.ts'
import { judge } from './judge.ts'
import { eventLimits, maxBallotHistoryLines, maxBallots, maxHistoryLines } from './limits.ts'
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
export const archiveHeader = z.object({ format: z.literal('demo-hour/archive'), version: z.number().int().min(1) })

const archivedEvent = event.omit({ joinUrl: true, picture: true }).extend({
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
})

const archivedEntry = entry.omit({ shown: true, calledAt: true, picture: true }).extend({
  warmUp: z.boolean().default(false),
  ready: z.boolean().default(false),
  disqualified: disqualifyBody.shape.reason.nullable().default(null),
})

const archivedJudge = judge
  .omit({ arrived: true })
  .extend({ mergedInto: z.string().nullable().default(null), joinedAt: moment })

const archivedFeedback = z.object({
  judgeId: z.string(),
  entryId: z.string(),
  state: commentState.exclude(['waiting']),
  words: z.string(),
  commentDigest: z.string(),
  decidedAt: moment,
})

const released = z
  .object({
    result,
    steps: z.array(revealStep),
    /** Null in an archive of an earlier release. */
    counted: countedInput.nullable().default(null),
    digest: z.string(),
    computedAt: moment,
  })
  .nullable()

/** What an archive holds one of. Each is read and checked whole. */
export const archivedValues = { event: archivedEvent, released, picture: picture.nullable().default(null) }

/**
 * The lists of an archive: what an item of each is, and how many there may be. They are written and read item by item, so that a list's
 * length costs no memory. Those of `history` are nested in the object of that name.
 */
export const archivedLists = {
  entries: { item: archivedEntry, most: eventLimits.entries },
  judges: { item: archivedJudge, most: eventLimits.judges },
  ballots: { item: ballot.extend({ judgeId: z.string() }), most: maxBallots },
  feedback: { item: archivedFeedback, most: maxBallots },
  prizes: { item: archivedPrize, most: 100 },
  castingVotes: { item: castingVote.extend({ id: z.string(), at: moment }), most: eventLimits.castingVotes },
  'history.event': { item: historyLine, most: maxHistoryLines },
  'history.ballots': { item: ballotEdit, most: maxBallotHistoryLines },
  /** One of each entry that has one. */
  entryPictures: { item: picture.extend({ entryId: z.string() }), most: eventLimits.entries },
}
export type ArchivedLists = typeof archivedLists
export type ArchivedList = keyof ArchivedLists
export type ArchivedItem<List extends ArchivedList> = z.infer<ArchivedLists[List]['item']>

/** Lists that an archive of an earlier release may be without. */
export const optionalLists: readonly ArchivedList[] = ['feedback', 'entryPictures']

const list = <List extends ArchivedList>(name: List) =>
  z.array(archivedLists[name].item as ArchivedLists[List]['item']).max(archivedLists[name].most)

/** A whole event as one document. Keys are not in it: links are made anew where it is imported. The largest parts come last. */
export const archive = z.object({
  format: archiveHeader.shape.format,
  version: z.literal(archiveVersion),
  event: archivedValues.event,
  entries: list('entries'),
  judges: list('judges'),
  ballots: list('ballots'),
  feedback: list('feedback').default([]),
  prizes: list('prizes'),
  castingVotes: list('castingVotes'),
  history: z.object({ event: list('history.event'), ballots: list('history.ballots') }),
  released: archivedValues.released,
  picture: archivedValues.picture,
  entryPictures: list('entryPictures').default([]),
})
export type Archive = z.infer<typeof archive>

/** One that the server wrote by itself into its data folder. */
export const storedArchive = z.object({
  file: z.string(),
  why: z.enum(['closed', 'published']),
  at: z.string(),
  bytes: z.number().int(),
})
export type StoredArchive = z.infer<typeof storedArchive>
