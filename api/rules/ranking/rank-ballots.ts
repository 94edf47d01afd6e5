import { type BallotTables, buildTables } from './ballots.ts'
import { SEED } from './fit/normals.ts'
import type { JudgeReport } from './judges.ts'
import { type PlacedBallots, placeBallots, type RankingInput, type TieBreakName } from './place-ballots.ts'
import { type RankedMarks, rankPlaced } from './rank-marks.ts'
import type { BallotRanking, JudgeStanding, Standing, Warning } from './standings.ts'
import { type Finding, warnings } from './warnings.ts'

/** 1.645 standard errors on either side hold 90 %. */
const Z_90 = 1.6448536

/**
 * Ranks an event's ballots by the levelled average, with tie-breaks, uncertainty and warnings. The result is identical, to the last bit,
 * whatever the order of entries, judges and ballots. Refuses what `buildTables` refuses.
 */
export function rankBallots(input: RankingInput): BallotRanking {
  const tables = buildTables(input)
  const { entryIds, judgeIds, total } = tables
  const common = { method: input.method, scale: total.scale, seed: SEED }
  const result = placeBallots(input, tables)
  if (!result)
    return {
      ...common,
      standings: entryIds.map((entryId) => unscoredStanding(entryId, input)),
      judges: judgeIds.map((judgeId) => judgeStanding(judgeId, undefined)),
      pBeatRunnerUp: null,
      components: [],
      warnings: [describe({ code: 'no-scores' }, tables)],
      sigma: null,
    }

  const ranked = rankPlaced(result.placedMarks, input.method, input.announcedPlaces ?? 3)
  const { marks, placing, components } = ranked
  const active = new Map(Array.from(marks.judgeIndex, (at, j) => [at, ranked.judges[j]!]))
  const scored = new Set(marks.entryIndex)
  const unscoredIndexes = [...entryIds.keys()].filter((at) => !scored.has(at))
  const findings = [...ranked.findings, ...unscoredIndexes.map((entry): Finding => ({ code: 'unscored', entry }))]
  return {
    ...common,
    standings: [
      ...placing.order.map((i) => standingOf(i, ranked, result, input)),
      ...unscoredIndexes.map((at) => unscoredStanding(entryIds[at]!, input)),
    ],
    judges: judgeIds.map((judgeId, at) => judgeStanding(judgeId, active.get(at))),
    pBeatRunnerUp: ranked.pBeatRunnerUp,
    components: Array.from({ length: components.count }, (_, group) => ({
      entryIds: entryIds.filter((_, at) => components.ofEntry[marks.entryIndex.indexOf(at)] === group),
      judgeIds: judgeIds.filter((_, at) => components.ofJudge[marks.judgeIndex.indexOf(at)] === group),
    })),
    warnings: findings.map((finding) => describe(finding, tables)),
    sigma: ranked.fit.sigma,
  }
}

/** Ranks each unconnected group by itself, as the warning `disconnected` advises. */
export function rankGroups(input: RankingInput): BallotRanking[] {
  return rankBallots(input).components.map((group) => rankBallots({ ...input, ...group }))
}

function standingOf(
  i: number,
  { marks, placing, scores, raw, certainty, chances }: RankedMarks<TieBreakName>,
  { tables, scoresByCriterion }: PlacedBallots,
  { criteria }: RankingInput,
): Standing {
  const idOf = (entry: number): string => tables.entryIds[marks.entryIndex[entry]!]!
  const halfWidth = Z_90 * Math.sqrt(certainty.covariance[i * marks.entries + i]!)
  return {
    entryId: idOf(i),
    rank: placing.rank[i]!,
    score: scores[i]!,
    rawMean: raw[i]!,
    ballots: marks.ballots[i]!,
    // Within the scale, unless the levelled score itself is beyond it.
    low: Math.min(scores[i]!, Math.max(marks.scale.lo, scores[i]! - halfWidth)),
    high: Math.max(scores[i]!, Math.min(marks.scale.hi, scores[i]! + halfWidth)),
    pFirst: chances.pFirst[i]!,
    rankInterval: chances.rankInterval[i]!,
    byCriterion: Object.fromEntries(
      criteria.map(({ id }, place) => [
        id,
        { score: scoresByCriterion(place).scores[i]!, rawMean: scoresByCriterion(place).raw[i]! },
      ]),
    ),
    tiedWith: placing.tiedWith[i]!.map(idOf),
    tieBrokenBy: placing.brokenBy[i]!,
    partedFromAbove: placing.partedFromAbove[i]!,
  }
}

function unscoredStanding(entryId: string, { criteria }: RankingInput): Standing {
  return {
    entryId,
    rank: null,
    score: null,
    rawMean: null,
    ballots: 0,
    low: null,
    high: null,
    pFirst: null,
    rankInterval: null,
    byCriterion: Object.fromEntries(criteria.map(({ id }) => [id, { score: null, rawMean: null }])),
    tiedWith: [],
    tieBrokenBy: null,
    partedFromAbove: null,
  }
}

function judgeStanding(judgeId: string, report: JudgeReport | undefined): JudgeStanding {
  if (!report) return { judgeId, leniency: null, marks: 0, outfit: null, agreement: null, outOfLine: false }
  const { leniency, marks, outfit, agreement, outOfLine } = report
  return { judgeId, leniency, marks, outfit, agreement, outOfLine }
}

function describe({ code, entry, judge, entries, ...rest }: Finding, { entryIds, judgeIds }: BallotTables): Warning {
  return {
    code,
    ...warnings[code],
    ...(entry !== undefined && { entryId: entryIds[entry]! }),
    ...(judge !== undefined && { judgeId: judgeIds[judge]! }),
    ...(entries && { entryIds: entries.map((at) => entryIds[at]!) }),
    ...rest,
  }
}
