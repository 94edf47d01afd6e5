import { z } from 'zod'
import { archivedPrize, castingVoteBody, disqualifyBody } from '../award-decisions.ts'
import { archivedBallot } from '../ballot.ts'
import { draw, entry, entryBody, slotBody } from '../entry.ts'
import { archivedRubric, event, eventBody, galleryPublic, interpreter, publishes, scoring } from '../event.ts'
import { commentState } from '../feedback.ts'
import { historyLine } from '../history.ts'
import { judge, judgeBody } from '../judge.ts'
import { archivedChallenge } from '../judging/challenge.ts'
import {
  eventLimits,
  maxBallotHistoryLines,
  maxBallots,
  maxChallenges,
  maxEntryCodes,
  maxHistoryLines,
  maxPrizes,
  maxSlidePages,
} from '../limits.ts'
import { countedInput, result, revealStep } from '../result.ts'
import { entryCode, id, moment, paragraph, slug, timeZone } from '../text.ts'
import { count, entryIds, picture, show, slidePage } from './archived-show.ts'

/** The version that is written. It grows when an older release would lose data by reading the new format. */
export const archiveVersion = 1

export const archiveHeader = z.object({ format: z.literal('demo-hour/archive'), version: z.number().int().min(1) })

const archivedEvent = event
  .omit({ joinUrl: true, picture: true, peopleRemovalAt: true })
  .extend({
    ...eventBody.omit({ slug: true }).required().shape,
    id,
    slug,
    code: z.string().regex(/^[A-Z0-9]{5}$/),
    criteria: archivedRubric,
    draw: draw.extend({ at: moment, times: count, entryIds }).strict().nullable().default(null),
    rehearsal: z.boolean().default(false),
    show,
    entriesFrozen: z.boolean().default(false),
    publishes: publishes.default('winners'),
    scoring: scoring.default('on-stage'),
    galleryPublic: galleryPublic.default('from-doors'),
    captions: z.boolean().default(false),
    interpreter: interpreter.default('none'),
    keepPeopleDays: eventBody.shape.keepPeopleDays.unwrap().default(30),
    /** Null in an archive of an earlier release: the days count from the import. */
    phaseSince: moment.nullable().default(null),
    peopleRemovedAt: moment.nullable().default(null),
    awardOrder: eventBody.shape.awardOrder.unwrap().default([]),
    oneAwardPerTeam: z.boolean().default(false),
    challenges: z.array(archivedChallenge).max(maxChallenges).default([]),
    timeZone: timeZone.nullable().default(null),
    retiredEntryCodes: z.array(entryCode).max(maxEntryCodes).default([]),
    lineUpVersion: count,
    version: count,
  })
  .strict()

const archivedEntry = entry
  .omit({ shown: true, open: true, calledAt: true, picture: true, film: true, slides: true })
  .extend({
    ...entryBody.required().shape,
    ...slotBody.shape,
    id,
    /** Null in an archive of an earlier release: the import assigns a code. */
    code: entryCode.nullable().default(null),
    slot: count,
    warmUp: z.boolean().default(false),
    table: slotBody.shape.table.default(''),
    pageSeconds: slotBody.shape.pageSeconds.default(null),
    ready: z.boolean().default(false),
    disqualified: disqualifyBody.shape.reason.nullable().default(null),
  })
  .strict()

const archivedJudge = judge
  .omit({ arrived: true })
  .extend({
    ...judgeBody.required().shape,
    id,
    mergedInto: id.nullable().default(null),
    challengeOnly: z.boolean().default(false),
    joinedAt: moment,
  })
  .strict()

const archivedFeedback = z.strictObject({
  ...{ judgeId: id, entryId: id, state: commentState.exclude(['waiting']), words: paragraph(2000) },
  ...{ commentDigest: z.string().max(64), decidedAt: moment },
})

const archivedVote = z.strictObject({
  ...castingVoteBody.omit({ by: true }).required().shape,
  ...{ id, byName: castingVoteBody.shape.by, at: moment },
})

const archivedLine = historyLine.extend({ at: moment, version: count.nullable(), what: z.string().max(40) }).strict()

const released = z
  .object({
    result,
    steps: z.array(revealStep),
    counted: countedInput.nullable().default(null),
    digest: z.string().max(64),
    computedAt: moment,
  })
  .nullable()

export const archivedValues = { event: archivedEvent, released, picture: picture.nullable().default(null) }

/** The lists of an archive, and how long each may be. They are written and read item by item, so that a list's length costs no memory. */
export const archivedLists = {
  entries: { item: archivedEntry, max: eventLimits.entries },
  judges: { item: archivedJudge, max: eventLimits.judges },
  ballots: { item: archivedBallot, max: maxBallots },
  feedback: { item: archivedFeedback, max: maxBallots },
  prizes: { item: archivedPrize, max: maxPrizes },
  castingVotes: { item: archivedVote, max: eventLimits.castingVotes },
  'history.event': { item: archivedLine, max: maxHistoryLines },
  'history.ballots': { item: archivedBallot.omit({ complete: true }), max: maxBallotHistoryLines },
  entryPictures: { item: picture.extend({ entryId: id }), max: eventLimits.entries },
  entrySlides: { item: slidePage, max: eventLimits.entries * maxSlidePages },
}
export type ArchivedLists = typeof archivedLists
export type ArchivedList = keyof ArchivedLists
export type ArchivedItem<List extends ArchivedList> = z.infer<ArchivedLists[List]['item']>

/** Earlier releases do not write these. */
export const optionalLists: readonly ArchivedList[] = ['feedback', 'entryPictures', 'entrySlides']

const list = <List extends ArchivedList>(name: List) =>
  z.array(archivedLists[name].item as ArchivedLists[List]['item']).max(archivedLists[name].max)

/** A whole event without its keys: the import makes new links. The largest parts come last. */
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
  entrySlides: list('entrySlides').default([]),
})
export type Archive = z.infer<typeof archive>

export const storedArchive = z.object({
  file: z.string(),
  why: z.enum(['closed', 'published']),
  at: z.string(),
  bytes: z.number().int(),
})
export type StoredArchive = z.infer<typeof storedArchive>
