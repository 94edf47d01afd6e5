import { buildTable, selectMarks } from '../../../api/rules/ranking/marks.ts'
import { rank } from '../../../api/rules/ranking/rank.ts'
import { rankBallots } from '../../../api/rules/ranking/rank-ballots.ts'
import { placeMarks } from '../../../api/rules/ranking/rank-marks.ts'
import { whatIf } from '../../../api/rules/ranking/what-if.ts'
import { median, round } from '../stats.ts'

const scale = { lo: 1, hi: 5 }

/** In ms: the median of warm runs, and the first run, which draws the normals. */
export async function benchRanking({ repeats }: { repeats: number }, _: number): Promise<object> {
  const large = panelOf(60, 80, 0.6)
  const started = performance.now()
  rank({ matrix: large, scale })
  const firstMs = round(performance.now() - started, 3)
  return {
    firstMs,
    '12x8': timesOf(panelOf(12, 8, 1), 3 * repeats),
    '60x80 at 60 %': timesOf(large, repeats),
    '60x80 at 60 %, one mark in fifty wild': timesOf(panelOf(60, 80, 0.6, 0.02), repeats),
    reach: { scoresMs: 10, whatIfMs: 200 },
  }
}

export function timesOf(matrix: (number | null)[][], runs: number): object {
  const table = buildTable(matrix, scale)
  const event = eventOf(matrix)
  return {
    marks: matrix.flat().filter((mark) => mark !== null).length,
    scoresMs: medianMs(runs, () => placeMarks(selectMarks(table), 'levelled', [])),
    withUncertaintyMs: medianMs(runs, () => rank({ matrix, scale })),
    ballotsThreeCriteriaMs: medianMs(runs, () => rankBallots(event)),
    whatIfMs: medianMs(Math.ceil(runs / 10), () => whatIf(event)),
  }
}

function medianMs(runs: number, work: () => unknown): number {
  for (let run = 0; run < runs; run++) work()
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return round(median(times), 3)
}

export function panelOf(entries: number, judges: number, filled: number, wild = 0): (number | null)[][] {
  let state = 1
  const random = (): number => {
    state = Math.imul(state, 1664525) + 1013904223
    return (state >>> 0) / 2 ** 32
  }
  const leniency = Array.from({ length: judges }, () => random() - 0.5)
  return Array.from({ length: entries }, () => {
    const worth = 2 + 2 * random()
    return leniency.map((above) => {
      const mark = wild > 0 && random() < wild ? 1 + 4 * random() : worth + above + 1.5 * (random() - 0.5)
      return random() < filled ? Math.min(5, Math.max(1, Math.round(mark * 4) / 4)) : null
    })
  })
}

function eventOf(matrix: (number | null)[][]) {
  const criteria = ['idea', 'use', 'craft'].map((id) => ({ id, min: 1, max: 5, weight: 1 }))
  return {
    criteria,
    method: 'levelled' as const,
    entryIds: matrix.map((_, i) => `entry-${i}`),
    judgeIds: matrix[0]!.map((_, j) => `judge-${j}`),
    ballots: matrix.flatMap((row, i) =>
      row.flatMap((mark, j) => {
        if (mark === null) return []
        const scores = { idea: mark, use: Math.min(5, mark + 0.5), craft: Math.max(1, mark - 0.25) }
        return [{ entryId: `entry-${i}`, judgeId: `judge-${j}`, scores, recused: false, complete: true }]
      }),
    ),
  }
}
