import type { Judge } from '../../schema/judge.ts'
import type { Challenge } from '../../schema/judging/challenge.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'

export type BallotJudge = Pick<Judge, 'id' | 'challengeOnly'>
export type Questions = { criteria: Criterion[]; challenges: Challenge[] }

/**
 * The questions on this judge's ballot for this entry: the rubric, then those of the challenges that the judge and the entry share. A judge
 * of challenges only gets the rubric where a shared challenge has no question of its own, and none at all for any other entry.
 */
export function ballotCriteria({ criteria, challenges }: Questions, judge: BallotJudge, entryId: string): Criterion[] {
  const shared = challenges.filter(
    ({ judgeIds, entryIds }) => judgeIds.includes(judge.id) && entryIds.includes(entryId),
  )
  const usesRubric = !judge.challengeOnly || shared.some((challenge) => challenge.criteria.length === 0)
  return [...(usesRubric ? criteria : []), ...shared.flatMap((challenge) => challenge.criteria)]
}
