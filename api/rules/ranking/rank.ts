import { SEED } from './fit/normals.ts'
import type { JudgeReport } from './judges.ts'
import { buildTable, type Scale, selectMarks } from './marks.ts'
import { placeMarks, rankPlaced } from './rank-marks.ts'
import type { WarningCode } from './warnings.ts'

export interface MatrixInput {
  /** A row for each entry, a column for each judge, null for no mark. */
  matrix: readonly (readonly (number | null)[])[]
  scale: Scale
  /** Lists of one number for each entry, larger is better; the first list that differs breaks a tie. */
  tieBreak?: readonly (readonly (number | null)[])[]
}

/**
 * Lists are in the matrix's order; null for an entry or a judge without a mark. `fair`, `leniency` (points above the panel) and `raw` (the
 * plain mean) are on the scale. `order`: rows of the scored entries, from 0, best first. `warnings`: sorted, one for each entry or judge
 * concerned.
 */
export interface MatrixRanking {
  fair: (number | null)[]
  leniency: (number | null)[]
  raw: (number | null)[]
  rank: (number | null)[]
  order: number[]
  s: number | null
  sigma: number | null
  components: number
  pBeatRunnerUp: number | null
  pFirst: (number | null)[]
  rankInterval: ([number, number] | null)[]
  judges: (JudgeReport | null)[]
  warnings: WarningCode[]
  seed: number
}

/** Refuses (RangeError) what is not a matrix of marks on the scale. */
export function rank({ matrix, scale, tieBreak = [] }: MatrixInput): MatrixRanking {
  const table = buildTable(matrix, scale)
  for (const list of tieBreak)
    if (list.length !== table.entries)
      throw new RangeError(`A tie-break has ${list.length} numbers for ${table.entries} entries`)

  const marks = selectMarks(table)
  if (marks.entries === 0) return unranked(table.entries, table.judges)
  const lists = tieBreak.map((list) => ({
    name: 'given' as const,
    values: (group: readonly number[]) => group.map((i) => list[marks.entryIndex[i]!] ?? -Infinity),
  }))
  const ranked = rankPlaced(placeMarks(marks, 'levelled', lists), 'levelled', 1)
  const { fit, placing, chances, findings } = ranked
  const perEntry = spreadOver(table.entries, marks.entryIndex)
  const perJudge = spreadOver(table.judges, marks.judgeIndex)
  const unscored = Array<WarningCode>(table.entries - marks.entries).fill('unscored')
  return {
    fair: perEntry(fit.fair),
    leniency: perJudge(fit.leniency),
    raw: perEntry(ranked.raw),
    rank: perEntry(placing.rank),
    order: placing.order.map((i) => marks.entryIndex[i]!),
    s: fit.s,
    sigma: fit.sigma,
    components: ranked.components.count,
    pBeatRunnerUp: ranked.pBeatRunnerUp,
    pFirst: perEntry(chances.pFirst),
    rankInterval: perEntry(chances.rankInterval),
    judges: perJudge(ranked.judges),
    warnings: [...findings.map(({ code }) => code), ...unscored].sort(),
    seed: SEED,
  }
}

function spreadOver(length: number, index: Int32Array): <T>(values: ArrayLike<T>) => (T | null)[] {
  return <T>(known: ArrayLike<T>) => {
    const spread = new Array<T | null>(length).fill(null)
    index.forEach((place, i) => {
      spread[place] = known[i]!
    })
    return spread
  }
}

function unranked(entries: number, judges: number): MatrixRanking {
  const perEntry = new Array<null>(entries).fill(null)
  const perJudge = new Array<null>(judges).fill(null)
  return {
    fair: perEntry,
    leniency: perJudge,
    raw: perEntry,
    rank: perEntry,
    order: [],
    s: null,
    sigma: null,
    components: 0,
    pBeatRunnerUp: null,
    pFirst: perEntry,
    rankInterval: perEntry,
    judges: perJudge,
    warnings: ['no-scores'],
    seed: SEED,
  }
}
