import type { Judge } from '../../schema/judge.ts'
import type { Review } from '../../schema/review.ts'
import { ballotCriteria } from '../ballot/ballot-criteria.ts'
import { isPresent } from '../event/panel.ts'
import { buildTables } from '../ranking/ballots.ts'
import type { BallotRanking } from '../ranking/standings.ts'
import { whatIf } from '../ranking/what-if.ts'
import { plural } from '../words/plural.ts'
import { computeResult, type ResultInput, rankCounted, toRankingInput } from './result.ts'
import { addMissingBallots, findOwnWarnings } from './review-warnings.ts'

export type ReviewInput = Omit<ResultInput, 'prizes'> & {
  prizes: Review['prizes']
  judges: Pick<Judge, 'id' | 'name' | 'status' | 'away' | 'challengeOnly' | 'arrived'>[]
  openIds: string[]
  skippedIds: string[]
}

/** Fits once for each judge, so run it in a worker. */
export function computeReview(input: ReviewInput): Review {
  const ranking = rankCounted(input.counted)
  const result = computeResult(input, null, '')
  const reportByJudge = new Map(ranking.judges.map((judge) => [judge.judgeId, judge]))
  const whatIfByJudge = new Map(whatIf(toRankingInput(input.counted)).map((judge) => [judge.judgeId, judge]))
  const judges = input.judges.map(({ id, name }) => ({
    judgeId: id,
    name,
    leniency: reportByJudge.get(id)?.leniency ?? null,
    marks: reportByJudge.get(id)?.marks ?? 0,
    outOfLine: reportByJudge.get(id)?.outOfLine ?? false,
    stillWins: whatIfByJudge.get(id)?.stillWins ?? true,
    winnersWithout: whatIfByJudge.get(id)?.winners ?? [],
  }))
  const missing = listMissing(input)
  return {
    standings: ranking.standings.map(({ pFirst, rankInterval }, at) => ({
      ...result.standings[at]!,
      pFirst,
      rankInterval,
    })),
    judges,
    marks: listMarks(input),
    awards: result.awards,
    prizes: input.prizes,
    disqualified: input.disqualified,
    warnings: [
      ...addMissingBallots(result.warnings, missing, ranking.components),
      ...findOwnWarnings({ ...input, result }),
    ],
    pBeatRunnerUp: ranking.pBeatRunnerUp,
    summary: summarise(ranking, judges.filter((judge) => !judge.stillWins).length, judges.length),
    method: ranking.method,
    scale: ranking.scale,
    missing,
  }
}

function listMarks(input: ReviewInput): Review['marks'] {
  const { entryIds, judgeIds, total } = buildTables(toRankingInput(input.counted))
  return input.counted.ballots.map(({ judgeId, entryId, recused, source }) => {
    const mark = total.values[entryIds.indexOf(entryId) * judgeIds.length + judgeIds.indexOf(judgeId)] ?? Number.NaN
    return { judgeId, entryId, recused, source, mark: Number.isNaN(mark) ? null : mark }
  })
}

function listMissing({ judges, counted, openIds, skippedIds, event }: ReviewInput): Review['missing'] {
  const { ballots, entryIds } = counted
  const finished = new Set(
    ballots
      .filter((ballot) => ballot.recused || ballot.complete)
      .map(({ judgeId, entryId }) => `${judgeId} ${entryId}`),
  )
  return openIds
    .filter((entryId) => entryIds.includes(entryId) && !skippedIds.includes(entryId))
    .map((entryId) => ({
      entryId,
      judgeIds: judges
        .filter(
          (judge) =>
            isPresent(judge) &&
            ballotCriteria(event, judge, entryId).length > 0 &&
            !finished.has(`${judge.id} ${entryId}`),
        )
        .map(({ id }) => id),
    }))
    .filter(({ judgeIds }) => judgeIds.length > 0)
}

/** Without a fair order, a probability would mislead. */
function summarise({ pBeatRunnerUp, warnings }: BallotRanking, upsetters: number, judges: number): string {
  const codes = warnings.map((warning) => warning.code)
  if (codes.includes('no-scores')) return 'There is no result yet: no ballot is complete.'
  if (codes.includes('disconnected'))
    return 'There is no fair order of all teams: the judges fall into groups that never scored the same team.'
  if (pBeatRunnerUp === null) return 'There is no second place to be sure about.'
  const inTen = Math.round(pBeatRunnerUp * 10)
  const certainty =
    pBeatRunnerUp >= 0.9
      ? 'The winner is clear'
      : pBeatRunnerUp >= 0.75
        ? `The winner is likely: about ${inTen} times in ten the first is better than the second`
        : `The top is too close to call: only about ${inTen} times in ten is the first better than the second`
  if (judges < 2) return `${certainty}.`
  if (upsetters === 0) return `${certainty}, and no single judge’s absence would have changed it.`
  return plural(upsetters, {
    one: `${certainty}. Had one judge stayed away, somebody else would have won.`,
    other: `${certainty}. Had any one of ${upsetters} judges stayed away, somebody else would have won.`,
  })
}
