import type { Disqualification } from '../../schema/award-decisions.ts'
import type { Event } from '../../schema/event.ts'
import type { CountedInput, Result } from '../../schema/result.ts'
import type { RankingInput } from '../ranking/place-ballots.ts'
import { rankBallots } from '../ranking/rank-ballots.ts'
import type { BallotRanking } from '../ranking/standings.ts'
import { type ChairDecision, computeAwards, type Prize } from './awards.ts'
import { rankChallenges, withAnswers } from './challenges.ts'
import { explain } from './explain.ts'
import { applyJointPlaces } from './joint-places.ts'
import { shownScores } from './shown-scores.ts'

export type ResultInput = {
  event: Pick<Event, 'criteria' | 'places' | 'criterionAwards' | 'awardOrder' | 'oneAwardPerTeam' | 'challenges'>
  counted: CountedInput
  prizes: Prize[]
  votes: ChairDecision[]
  removedJudges: number
  disqualified: Disqualification[]
}

/** Those that answer the rubric, without the ballots of judges of challenges only. */
export function ballotsForPlaces({ criteria, ballots, challengeOnlyIds = [] }: CountedInput): CountedInput['ballots'] {
  return withAnswers(
    ballots.filter(({ judgeId }) => !challengeOnlyIds.includes(judgeId)),
    criteria,
  )
}

export function toRankingInput(counted: CountedInput): RankingInput {
  const { criteria, method, places, entryIds, votes } = counted
  const ballots = ballotsForPlaces(counted)
  return {
    criteria,
    entryIds,
    judgeIds: [...new Set(ballots.map((ballot) => ballot.judgeId))],
    ballots,
    method,
    announcedPlaces: places,
    castingVotes: votes.filter((vote) => !vote.joint),
  }
}

export function rankCounted(counted: CountedInput): BallotRanking {
  return applyJointPlaces(rankBallots(toRankingInput(counted)), counted.votes)
}

export function computeResult(input: ResultInput, digest: string | null, computedAt: string): Result {
  const { counted } = input
  const ranking = rankCounted(counted)
  const figures = shownScores(
    ranking.standings.flatMap(({ score }) => score ?? []),
    ranking.scale,
  )
  // `figures` covers the scored entries, which come first.
  const standings = ranking.standings.map((standing, at) => ({ ...standing, shownScore: figures[at] ?? null }))
  const disqualifiedIds = input.disqualified.map(({ entryId }) => entryId)
  const prizes = input.prizes.map((prize) => ({
    ...prize,
    entryIds: prize.entryIds.filter((entryId) => !disqualifiedIds.includes(entryId)),
  }))
  const panel = ballotsForPlaces(counted)
  const complete = panel.filter((ballot) => ballot.complete)
  const challenges = rankChallenges(counted, input.event.challenges)
  const { awards, passedOver } = computeAwards({
    ...{ event: input.event, challenges, prizes, votes: input.votes },
    ranking: { ...ranking, standings },
  })
  return {
    standings: standings.map(({ pFirst: _pFirst, rankInterval: _rankInterval, ...standing }) => ({
      ...standing,
      explanation: explain(standing, ranking.method, input.event.criteria, 'everyone'),
    })),
    awards,
    ...(challenges.length > 0 && { challenges }),
    ...(passedOver.length > 0 && { passedOver }),
    disqualified: input.disqualified,
    warnings: ranking.warnings.map(({ code, title, offer, entryId, entryIds, judgeId }) => ({
      ...{ code, title, offer },
      entryIds: entryIds ?? (entryId === undefined ? [] : [entryId]),
      judgeIds: judgeId === undefined ? [] : [judgeId],
    })),
    method: ranking.method,
    scale: ranking.scale,
    counted: {
      ballots: complete.length,
      recusals: panel.filter((ballot) => ballot.recused).length,
      judges: new Set(complete.map((ballot) => ballot.judgeId)).size,
      paper: complete.filter((ballot) => ballot.source === 'paper').length,
      removedJudges: input.removedJudges,
      ...(input.disqualified.length > 0 && { disqualified: input.disqualified.length }),
    },
    digest,
    computedAt,
  }
}
