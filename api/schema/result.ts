import { z } from 'zod'
import { disqualification } from './award-decisions.ts'
import { ballot } from './ballot.ts'
import { method } from './event.ts'
import { criterion } from './judging/criterion.ts'
import { maxBallots } from './limits.ts'

export const standing = z.object({
  entryId: z.string(),
  /** 1 is first; equal entries share a rank (1, 2, 2, 4); null without a ballot. */
  rank: z.number().int().nullable(),
  score: z.number().nullable(),
  rawMean: z.number().nullable(),
  ballots: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  byCriterion: z.record(z.string(), z.object({ score: z.number().nullable(), rawMean: z.number().nullable() })),
  /** Inside the scale, with enough decimals to differ from its neighbours; null where no figure could. */
  shownScore: z.string().nullable().default(null),
  tiedWith: z.array(z.string()).default([]),
  /** The tie-break that decided last against one of them: `criterion:ID`, `median`, `head-to-head` or `casting-vote`. */
  tieBrokenBy: z.string().nullable().default(null),
  /** The tie-break that put the entries directly above ahead, though their scores are equal. */
  partedFromAbove: z.string().nullable().default(null),
  explanation: z.string(),
})
export type Standing = z.infer<typeof standing>

export const award = z.object({
  id: z.string(),
  kind: z.enum(['place', 'criterion', 'prize', 'challenge']),
  name: z.string(),
  rank: z.number().int().nullable(),
  criterionId: z.string().nullable(),
  challengeId: z.string().nullable().default(null),
  /** Who gives the award of a challenge; may be empty. */
  givenBy: z.string().default(''),
  citation: z.string(),
  entryIds: z.array(z.string()),
  /** On the scale up to `scaleMax`; null for a prize. */
  score: z.number().nullable(),
  scaleMax: z.number().nullable(),
  shownScore: z.string().nullable().default(null),
  tieBrokenBy: z.string().nullable().default(null),
  ballots: z.number().int().nullable(),
  castingVote: z.object({ by: z.string(), reason: z.string() }).nullable(),
})
export type Award = z.infer<typeof award>

/**
 * One press of the reveal; `winners`, with all awards, is the last. `at`: the places shown after this step; a shared place counts once for
 * each place that it fills.
 */
export const revealStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('award'), award, at: z.number().int().optional() }),
  z.object({ kind: z.literal('winners'), awards: z.array(award), at: z.number().int().optional() }),
])
export type RevealStep = z.infer<typeof revealStep>

export const warning = z.object({
  code: z.string(),
  title: z.string(),
  offer: z.string(),
  entryIds: z.array(z.string()),
  judgeIds: z.array(z.string()),
})
export type Warning = z.infer<typeof warning>

/** A challenge's ranking, on its own questions or, where it has none, on the rubric; by its own judges' ballots only. */
export const challengeResult = z.object({
  challengeId: z.string(),
  name: z.string(),
  givenBy: z.string(),
  scale: z.object({ lo: z.number(), hi: z.number() }),
  entries: z.number().int(),
  /** Judges with at least one counted ballot. */
  judges: z.number().int(),
  ballots: z.number().int(),
  standings: z.array(
    standing.pick({ entryId: true, rank: true, score: true, rawMean: true, ballots: true, shownScore: true }),
  ),
})
export type ChallengeResult = z.infer<typeof challengeResult>

/** With one award a team: entries that would have had the award `awardId`, and have another one already. */
export const passedOver = z.object({ awardId: z.string(), name: z.string(), entryIds: z.array(z.string()) })
export type PassedOver = z.infer<typeof passedOver>

export const result = z.object({
  standings: z.array(standing),
  awards: z.array(award),
  /** Absent in results of earlier releases. */
  challenges: z.array(challengeResult).optional(),
  passedOver: z.array(passedOver).optional(),
  /** They have no standing. Absent in results of earlier releases. */
  disqualified: z.array(disqualification).optional(),
  warnings: z.array(warning),
  method,
  scale: z.object({ lo: z.number(), hi: z.number() }),
  counted: z.object({
    ballots: z.number().int(),
    recusals: z.number().int(),
    judges: z.number().int(),
    paper: z.number().int().default(0),
    /** Absent in results of earlier releases. */
    removedJudges: z.number().int().optional(),
    disqualified: z.number().int().optional(),
  }),
  /** SHA-256 over every counted ballot; null until the reveal starts. */
  digest: z.string().nullable(),
  computedAt: z.string(),
})
export type Result = z.infer<typeof result>

/** The input of the ranking, stored with the result: ranking it again gives the same standings, whatever happens to the panel later. */
export const countedInput = z.object({
  criteria: z.array(criterion.pick({ id: true, min: true, max: true, weight: true })),
  method,
  places: z.number().int(),
  entryIds: z.array(z.string()),
  /** Of admitted judges, by judge and entry. */
  ballots: z.array(ballot.omit({ comment: true, savedAt: true }).extend({ judgeId: z.string() })).max(maxBallots),
  votes: z.array(z.object({ entryIds: z.array(z.string()), joint: z.boolean() })),
  /** Absent in results of earlier releases. */
  challenges: z
    .array(
      z.object({
        id: z.string(),
        judgeIds: z.array(z.string()),
        entryIds: z.array(z.string()),
        criteria: z.array(criterion.pick({ id: true, min: true, max: true, weight: true })),
      }),
    )
    .optional(),
  /** Judges whose ballots count for challenges only. */
  challengeOnlyIds: z.array(z.string()).optional(),
})
export type CountedInput = z.infer<typeof countedInput>

export const record = z.object({
  result,
  times: z.object({
    opened: z.string().nullable(),
    closed: z.string().nullable(),
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
      /** False if a later ballot or decision overrides it. */
      counts: z.boolean(),
    }),
  ),
  removedJudges: z.number().int(),
  releasedBy: z.string(),
})
export type Record = z.infer<typeof record>
