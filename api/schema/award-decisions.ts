import { z } from 'zod'
import { eventLimits, maxPrizes } from './limits.ts'
import { id, line, optionalLine } from './text.ts'

/** A prize that the organiser awards by name. The reveal shows it once it names an entry. */
export const prize = z.object({
  id: z.string(),
  name: z.string(),
  citation: z.string(),
  entryIds: z.array(z.string()),
  /** The first of `entryIds`, for clients that know one entry a prize. */
  entryId: z.string().nullable(),
})

export type StoredPrize = z.infer<typeof prize>

const prizeEntryIds = z
  .array(id)
  .max(100)
  .refine((ids) => new Set(ids).size === ids.length, 'A team is named twice for this prize')

const prizeBody = z.strictObject({
  id: id.optional(),
  name: line(80),
  citation: optionalLine(240).optional(),
  entryIds: prizeEntryIds.optional(),
  entryId: id.nullable().optional(),
})

export const prizesBody = z.strictObject({
  prizes: z.array(prizeBody).max(maxPrizes, `An event takes at most ${maxPrizes} prizes`),
})
export type PrizesBody = z.infer<typeof prizesBody>

/** An archive of an earlier release has `entryId` alone. */
export const archivedPrize = z
  .strictObject({
    ...prizeBody.required({ id: true, citation: true }).shape,
    entryId: id.nullable().default(null),
  })
  .refine(({ entryIds, entryId }) => !entryIds || entryId === (entryIds[0] ?? null), {
    path: ['entryId'],
    error: 'This is not the first of the entries that the prize goes to',
  })
  .transform((stored) => {
    const entryIds = stored.entryIds ?? (stored.entryId === null ? [] : [stored.entryId])
    return { ...stored, entryIds, entryId: entryIds[0] ?? null }
  })

export const disqualifyBody = z.strictObject({ reason: line(240) })

/** The entry gets no award. Its ballots are stored and do not count. */
export const disqualification = z.object({ entryId: z.string(), reason: z.string() })
export type Disqualification = z.infer<typeof disqualification>

/** The chair orders entries of equal score or, with `joint`, lets entries too close to call share a place. */
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
