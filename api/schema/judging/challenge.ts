import { z } from 'zod'
import { eventLimits, maxChallengeCriteria, maxChallenges } from '../limits.ts'
import { id, line, optionalLine } from '../text.ts'
import { cost } from './cost.ts'
import { archivedCriterion, criterion, criterionBody } from './criterion.ts'

/** A prize with its own judges and entries. Its criteria, at most two, are on the ballots of those judges for those entries only. */
export const challenge = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** The sponsor or service that gives the prize; may be empty. */
  givenBy: z.string(),
  judgeIds: z.array(z.string()),
  entryIds: z.array(z.string()),
  /** Empty: the rubric decides. */
  criteria: z.array(criterion),
})
export type Challenge = z.infer<typeof challenge>

const uniqueIds = (max: number) =>
  z
    .array(id)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length, 'Somebody is named twice here')

const challengeFields = {
  name: line(80),
  description: optionalLine(240).optional(),
  givenBy: optionalLine(80).optional(),
  judgeIds: uniqueIds(eventLimits.judges).optional(),
  entryIds: uniqueIds(eventLimits.entries).optional(),
  criteria: z
    .array(criterionBody)
    .max(maxChallengeCriteria, `A challenge takes at most ${maxChallengeCriteria} questions of its own`)
    .optional(),
}
export const challengeBody = z.strictObject({ id: id.optional(), ...challengeFields })

/** `challengeOnlyIds`: the judges who score for challenges alone; absent, they stay as they are. `accept`: the cost that the organiser saw. */
export const challengesBody = z.strictObject({
  challenges: z.array(challengeBody).max(maxChallenges, `An event takes at most ${maxChallenges} challenges`),
  challengeOnlyIds: uniqueIds(eventLimits.judges).optional(),
  accept: cost.optional(),
})
export type ChallengesBody = z.infer<typeof challengesBody>

export const archivedChallenge = z.strictObject({ id, ...z.strictObject(challengeFields).required().shape }).extend({
  criteria: z.array(archivedCriterion).max(maxChallengeCriteria),
})

export const challengeIds = uniqueIds(maxChallenges)
export const chosenChallenges = z.strictObject({ challengeIds })
