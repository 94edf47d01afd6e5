import type { Ballot } from '../../schema/ballot.ts'
import type { Challenge } from '../../schema/judging/challenge.ts'
import type { ChallengeResult, CountedInput } from '../../schema/result.ts'
import type { RankedCriterion } from '../ranking/ballots.ts'
import type { RankingInput } from '../ranking/place-ballots.ts'
import { rankBallots } from '../ranking/rank-ballots.ts'
import { shownScores } from './shown-scores.ts'

export const toCountedChallenge = ({ id, judgeIds, entryIds, criteria }: Challenge) => ({
  ...{ id, judgeIds, entryIds },
  criteria: criteria.map(({ id, min, max, weight }) => ({ id, min, max, weight })),
})

type Answers = Pick<Ballot, 'scores' | 'recused' | 'complete'>

/** Complete are the ballots that answer all of these questions, whatever else is on them. */
export function withAnswers<B extends Answers>(ballots: readonly B[], criteria: readonly { id: string }[]): B[] {
  return ballots.map((ballot) => ({
    ...ballot,
    complete: !ballot.recused && criteria.every(({ id }) => Number.isInteger(ballot.scores[id])),
  }))
}

export function toChallengeInput(
  { criteria, method, entryIds, ballots }: CountedInput,
  challenge: Pick<Challenge, 'judgeIds' | 'entryIds'> & { criteria: RankedCriterion[] },
): RankingInput {
  const ownCriteria = challenge.criteria.length > 0 ? challenge.criteria : criteria
  const entered = challenge.entryIds.filter((id) => entryIds.includes(id))
  const own = ballots.filter(
    ({ judgeId, entryId }) => challenge.judgeIds.includes(judgeId) && entered.includes(entryId),
  )
  return {
    criteria: ownCriteria,
    entryIds: entered,
    judgeIds: [...new Set(own.map(({ judgeId }) => judgeId))],
    ballots: withAnswers(own, ownCriteria),
    method,
  }
}

/** In the order of `challenges`. */
export function rankChallenges(
  counted: CountedInput,
  challenges: readonly Pick<Challenge, 'id' | 'name' | 'givenBy'>[],
): ChallengeResult[] {
  return challenges.flatMap(({ id, name, givenBy }) => {
    const challenge = counted.challenges?.find((challenge) => challenge.id === id)
    if (!challenge) return []
    const input = toChallengeInput(counted, challenge)
    const { standings, scale } = rankBallots(input)
    const figures = shownScores(
      standings.flatMap(({ score }) => score ?? []),
      scale,
    )
    const complete = input.ballots.filter((ballot) => ballot.complete)
    return {
      ...{ challengeId: id, name, givenBy, scale, entries: input.entryIds.length },
      judges: new Set(complete.map(({ judgeId }) => judgeId)).size,
      ballots: complete.length,
      standings: standings.map(({ entryId, rank, score, rawMean, ballots }, at) => ({
        ...{ entryId, rank, score, rawMean, ballots },
        shownScore: figures[at] ?? null,
      })),
    }
  })
}
