import { z } from 'zod'
import { disqualification } from './award.ts'
import { ballot } from './ballot.ts'
import { criterion, method } from './event.ts'
import { mostBallots } from './limits.ts'

/** An entry added up. */
export const standing = z.object({
  entryId: z.string(),
  /** 1 is first; equal places share a rank (1, 2, 2, 4); null when nobody scored it. */
  rank: z.number().int().nullable(),
  /** On the rubric's scale. */
  score: z.number().nullable(),
  rawMean: z.number().nullable(),
  ballots: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  byCriterion: z.record(z.string(), z.object({ score: z.number().nullable(), rawMean: z.number().nullable() })),
  /** The figure for people: inside the scale, with as many decimals as part it from its neighbours. Null where none could. */
  shownScore: z.string().nullable().default(null),
  /** Whose score is equal, before any tie-break. */
  tiedWith: z.array(z.string()).default([]),
  /** What parted it last from one of them: `criterion:ID`, `median`, `head-to-head` or `casting-vote`. */
  tieBrokenBy: z.string().nullable().default(null),
  /** What put those placed directly above it ahead, though their score is equal. */
  partedFromAbove: z.string().nullable().default(null),
  /** How the score came about, in a sentence. */
  explanation: z.string(),
})
export type Standing = z.infer<typeof standing>

/** What is given. A place: `rank` and everyone who shares it. A criterion's best. A prize by hand, with its citation. */
export const award = z.object({
  id: z.string(),
  kind: z.enum(['place', 'criterion', 'prize']),
  name: z.string(),
  rank: z.number().int().nullable(),
  criterionId: z.string().nullable(),
  citation: z.string(),
  entryIds: z.array(z.string()),
  /** The score that earned it, on the scale that goes with it; null for a prize. */
  score: z.number().nullable(),
  scaleMax: z.number().nullable(),
  /** The score as people read it. */
  shownScore: z.string().nullable().default(null),
  /** What decided the place among equal scores. */
  tieBrokenBy: z.string().nullable().default(null),
  ballots: z.number().int().nullable(),
  /** A tie that the chair's casting vote decided, and how. */
  castingVote: z.object({ by: z.string(), reason: z.string() }).nullable(),
})
export type Award = z.infer<typeof award>

/**
 * One press of the reveal. `award` names who is honoured; `winners` is the last picture, all honours together. `at`: how far the reveal
 * is once it is shown; a shared place counts for each place that it fills.
 */
export const revealStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('award'), award, at: z.number().int().optional() }),
  z.object({ kind: z.literal('winners'), awards: z.array(award), at: z.number().int().optional() }),
])
export type RevealStep = z.infer<typeof revealStep>

export const warning = z.object({
  code: z.string(),
  /** What it means, in a sentence. */
  title: z.string(),
  /** What can be done about it. */
  offer: z.string(),
  entryIds: z.array(z.string()),
  judgeIds: z.array(z.string()),
})
export type Warning = z.infer<typeof warning>

export const result = z.object({
  standings: z.array(standing),
  awards: z.array(award),
  /** Entries out of the awards, with the reason. They have no standing. Missing in results of earlier releases. */
  disqualified: z.array(disqualification).optional(),
  warnings: z.array(warning),
  method,
  scale: z.object({ lo: z.number(), hi: z.number() }),
  /** `paper`: how many of the ballots were copied from paper by the organiser. */
  counted: z.object({
    ballots: z.number().int(),
    recusals: z.number().int(),
    judges: z.number().int(),
    paper: z.number().int().default(0),
    /** Judges taken off the panel, none of whose ballots counts. Missing in results of earlier releases. */
    removedJudges: z.number().int().optional(),
    /** How many entries are out of the awards. Missing where none is. */
    disqualified: z.number().int().optional(),
  }),
  /** SHA-256 over every ballot that counted; null until the reveal has fixed it. */
  digest: z.string().nullable(),
  computedAt: z.string(),
})
export type Result = z.infer<typeof result>

/**
 * Everything that the standings were computed from, stored with them: ranking it again gives the same standings, whatever happened to
 * the panel since. It holds no names and no comments.
 */
export const countedInput = z.object({
  criteria: z.array(criterion.pick({ id: true, min: true, max: true, weight: true })),
  method,
  places: z.number().int(),
  entryIds: z.array(z.string()),
  /** Of judges on the panel, ordered by judge and entry. */
  ballots: z.array(ballot.omit({ comment: true, savedAt: true }).extend({ judgeId: z.string() })).max(mostBallots),
  votes: z.array(z.object({ entryIds: z.array(z.string()), joint: z.boolean() })),
})
export type CountedInput = z.infer<typeof countedInput>

/** One page for the file: how the result came about, and who released it. */
export const record = z.object({
  result,
  times: z.object({
    opened: z.string().nullable(),
    closed: z.string().nullable(),
    /** Every time scoring was opened again after a close. */
    reopened: z.array(z.string()),
    revealed: z.string().nullable(),
    published: z.string().nullable(),
  }),
  castingVotes: z.array(
    z.object({
      joint: z.boolean(),
      entryIds: z.array(z.string()),
      by: z.string(),
      reason: z.string(),
      at: z.string(),
      /** False where a later ballot or decision has set it aside: it decides no place of the result. */
      counts: z.boolean(),
    }),
  ),
  removedJudges: z.number().int(),
  releasedBy: z.string(),
})
export type Record = z.infer<typeof record>
