import { type BallotTables, tablesOf } from './ballots.ts'
import { SEED } from './fit/normals.ts'
import type { JudgeReport } from './judges.ts'
import { type PlacedBallots, placeBallots, type RankingInput, type TieBreakName } from './place-ballots.ts'
import { type Ranked, rankPlaced } from './rank-marks.ts'
import type { BallotRanking, JudgeStanding, Standing, Warning } from './standings.ts'
import { type Finding, warnings } from './warnings.ts'

/** 1.645 standard errors either side hold nine in ten. */
const NINE_IN_TEN = 1.6448536

/**
 * Ranks an event's ballots: the levelled average with its tie-breaks, its uncertainty and its warnings. The order in
 * which entries, judges and ballots are given changes nothing, to the last bit. Refuses what `tablesOf` refuses.
 */
export function rankBallots(input: RankingInput): BallotRanking {
  const tables = tablesOf(input)
  const { entryIds, judgeIds, total } = tables
  const head = { method: input.method, scale: total.scale, seed: SEED }
  const result = placeBallots(input, tables)
  if (!result)
    return {
      ...head,
      standings: entryIds.map((entryId) => unscored(entryId, input)),
      judges: judgeIds.map((judgeId) => judgeStanding(judgeId, undefined)),
      pBeatRunnerUp: null,
      components: [],
      warnings: [describe({ code: 'no-scores' }, tables)],
      sigma: null,
    }

  const ranked = rankPlaced(result.placed, input.method, input.honoured ?? 3)
  const { marks, placing, components } = ranked
  const active = new Map(Array.from(marks.judgeIndex, (at, j) => [at, ranked.judges[j]!]))
  const scored = new Set(marks.entryIndex)
  const without = [...entryIds.keys()].filter((at) => !scored.has(at))
  const findings = [...ranked.findings, ...without.map((entry): Finding => ({ code: 'unscored', entry }))]
  return {
    ...head,
    standings: [
      ...placing.order.map((i) => standingOf(i, ranked, result, input)),
      ...without.map((at) => unscored(entryIds[at]!, input)),
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

/** Ranks each group that shares no ballot with the others by itself, as `disconnected` advises. */
export function rankGroups(input: RankingInput): BallotRanking[] {
  return rankBallots(input).components.map((group) => rankBallots({ ...input, ...group }))
}

function standingOf(
  i: number,
  { marks, placing, scores, raw, certainty, chances }: Ranked<TieBreakName>,
  { tables, onCriterion }: PlacedBallots,
  { criteria }: RankingInput,
): Standing {
  const idOf = (entry: number): string => tables.entryIds[marks.entryIndex[entry]!]!
  const reach = NINE_IN_TEN * Math.sqrt(certainty.covariance[i * marks.entries + i]!)
  return {
    entryId: idOf(i),
    rank: placing.rank[i]!,
    score: scores[i]!,
    rawMean: raw[i]!,
    ballots: marks.ballots[i]!,
    // Within the scale, unless levelling has put the score itself beyond it.
    low: Math.min(scores[i]!, Math.max(marks.scale.lo, scores[i]! - reach)),
    high: Math.max(scores[i]!, Math.min(marks.scale.hi, scores[i]! + reach)),
    pFirst: chances.pFirst[i]!,
    rankInterval: chances.rankInterval[i]!,
    byCriterion: Object.fromEntries(
      criteria.map(({ id }, place) => [
        id,
        { score: onCriterion(place).scores[i]!, rawMean: onCriterion(place).raw[i]! },
      ]),
    ),
    tiedWith: placing.tiedWith[i]!.map(idOf),
    tieBrokenBy: placing.brokenBy[i]!,
    partedFromAbove: placing.partedFromAbove[i]!,
  }
}

function unscored(entryId: string, { criteria }: RankingInput): Standing {
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

function describe({ code, entry, judge, entries, ...doubt }: Finding, { entryIds, judgeIds }: BallotTables): Warning {
  return {
    code,
    ...warnings[code],
    ...(entry !== undefined && { entryId: entryIds[entry]! }),
    ...(judge !== undefined && { judgeId: judgeIds[judge]! }),
    ...(entries && { entryIds: entries.map((at) => entryIds[at]!) }),
    ...doubt,
  }
}
