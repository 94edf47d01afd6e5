import { z } from 'zod'
import { ballotSource } from './ballot.ts'
import { eventLimits, mostPrizes } from './limits.ts'
import { id, line, optionalLine } from './text.ts'

/** A named prize, given by hand; it is revealed once it names an entry. */
export const prize = z.object({
  id: z.string(),
  name: z.string(),
  citation: z.string(),
  entryId: z.string().nullable(),
})

export const prizesBody = z.strictObject({
  prizes: z
    .array(
      z.strictObject({
        id: id.optional(),
        name: line(80),
        citation: optionalLine(240).optional(),
        entryId: id.nullable().optional(),
      }),
    )
    .max(mostPrizes, `An event takes at most ${mostPrizes} prizes`),
})
export type PrizesBody = z.infer<typeof prizesBody>

/** The chair decides: a tie, in the order the entries are to stand; or, `joint`, that entries too close to call share their place. */
export const castingVoteBody = z.strictObject({
  entryIds: z.array(id).min(2, 'A casting vote decides between at least two entries').max(eventLimits.entries),
  by: line(80),
  reason: line(240),
  joint: z.boolean().optional(),
})
export type CastingVoteBody = z.infer<typeof castingVoteBody>

export const castingVote = z.object({
  entryIds: z.array(z.string()),
  byName: z.string(),
  reason: z.string(),
  joint: z.boolean(),
})

/** A line of the history: a cue, or something else the organiser did. */
export const historyLine = z.object({
  at: z.string(),
  version: z.number().int().nullable(),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type HistoryLine = z.infer<typeof historyLine>

/** One accepted edit of a ballot. */
export const ballotEdit = z.object({
  judgeId: z.string(),
  entryId: z.string(),
  scores: z.record(z.string(), z.number()),
  comment: z.string(),
  recused: z.boolean(),
  editedAt: z.string(),
  savedAt: z.string(),
  source: ballotSource.default('phone'),
})
export type BallotEdit = z.infer<typeof ballotEdit>
