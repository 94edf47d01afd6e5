import type { Event } from '../../schema/event.ts'
import type { CountedInput, Result } from '../../schema/result.ts'
import type { RankingInput } from '../ranking/place-ballots.ts'
import { rankBallots } from '../ranking/rank-ballots.ts'
import type { BallotRanking } from '../ranking/standings.ts'
import { awardsOf, type ChairsVote, type Prize } from './awards.ts'
import { joinPlaces } from './joint-places.ts'

export type ResultInput = {
  event: Pick<Event, 'criteria' | 'places' | 'criterionAwards'>
  counted: CountedInput
  prizes: Prize[]
  votes: ChairsVote[]
  removedJudges: number
}

/** Every judge with a ballot is listed, so that none is left out. */
export function rankingInput({ criteria, method, places, entryIds, ballots, votes }: CountedInput): RankingInput {
  return {
    criteria,
    entryIds,
    judgeIds: [...new Set(ballots.map((ballot) => ballot.judgeId))],
    ballots,
    method,
    honoured: places,
    castingVotes: votes.filter((vote) => !vote.joint),
  }
}

/** Everyone's place, the chair's decisions included. */
export function rank(counted: CountedInput): BallotRanking {
  return joinPlaces(rankBallots(rankingInput(counted)), counted.votes)
}

/** The whole result of an event, from nothing but what was scored and decided. */
export function resultOf(input: ResultInput, digest: string | null, computedAt: string): Result {
  const { counted } = input
  const ranking = rank(counted)
  const complete = counted.ballots.filter((ballot) => ballot.complete)
  return {
    standings: ranking.standings.map(({ entryId, rank, score, rawMean, ballots, low, high, byCriterion }) => ({
      ...{ entryId, rank, score, rawMean, ballots, low, high, byCriterion },
      explanation: explain(ranking, score, rawMean, ballots),
    })),
    awards: awardsOf(input.event, ranking, input.prizes, input.votes),
    warnings: ranking.warnings.map(({ code, title, offer, entryId, entryIds, judgeId }) => ({
      ...{ code, title, offer },
      entryIds: entryIds ?? (entryId === undefined ? [] : [entryId]),
      judgeIds: judgeId === undefined ? [] : [judgeId],
    })),
    method: ranking.method,
    scale: ranking.scale,
    counted: {
      ballots: complete.length,
      recusals: counted.ballots.filter((ballot) => ballot.recused).length,
      judges: new Set(complete.map((ballot) => ballot.judgeId)).size,
      paper: complete.filter((ballot) => ballot.source === 'paper').length,
      removedJudges: input.removedJudges,
    },
    digest,
    computedAt,
  }
}

/** What everyone may read once it is published: doubts about one judge's marks are for the organiser alone. */
export function publicResult(result: Result): Result {
  return { ...result, warnings: result.warnings.filter((warning) => warning.judgeIds.length === 0) }
}

/** One sentence for the team, in words a calculator can follow. */
function explain(ranking: BallotRanking, score: number | null, rawMean: number | null, ballots: number): string {
  if (score === null || rawMean === null) return 'No judge finished a ballot for this entry, so it was not ranked.'
  const judges = ballots === 1 ? '1 judge' : `${ballots} judges`
  if (ranking.method === 'mean') return `The average of ${judges}: ${score.toFixed(2)}.`
  if (Math.abs(score - rawMean) < 0.005)
    return `The average of ${judges}: ${rawMean.toFixed(2)}. No adjustment was needed.`
  return `Adjusted for which judges saw you: ${judges}, raw mean ${rawMean.toFixed(2)}, adjusted ${score.toFixed(2)}.`
}
