import type { Fit } from './fit/fit.ts'
import type { Marks } from './marks.ts'

/** For the organiser and the chair; no judge is left out because of it. */
export interface JudgeReport {
  leniency: number
  marks: number
  /** The mean of z² over the judge's marks (z = residual / s): about 1 is ordinary. */
  outfit: number
  /** Pearson's r with the other judges' levelled means on the same entries; null under 4 of them or without variance. */
  agreement: number | null
  outOfLine: boolean
  /** Gave at least four entries, and all of them, the same mark: no information about the order. */
  constant: boolean
}

const MIN_MARKS = 4

export function reportJudges(marks: Marks, fit: Fit): JudgeReport[] {
  const { judges, entries, judgeAt, entryOf, value } = marks
  const weights = new Float64Array(entries)
  const levelled = new Float64Array(entries)
  for (let j = 0; j < judges; j++)
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) {
      weights[entryOf[at]!]! += fit.weight[at]!
      levelled[entryOf[at]!]! += fit.weight[at]! * (value[at]! - fit.leniency[j]!)
    }

  return Array.from({ length: judges }, (_, j) => {
    const own: number[] = []
    const others: number[] = []
    let squares = 0
    let largestZ = 0
    let low = Infinity
    let high = -Infinity
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) {
      const i = entryOf[at]!
      const mark = value[at]!
      const z = fit.residual[at]! / fit.s
      squares += z * z
      largestZ = Math.max(largestZ, Math.abs(z))
      low = Math.min(low, mark)
      high = Math.max(high, mark)
      if (marks.ballots[i]! < 2) continue
      const weight = fit.weight[at]!
      own.push(mark)
      others.push((levelled[i]! - weight * (mark - fit.leniency[j]!)) / (weights[i]! - weight))
    }
    const count = judgeAt[j + 1]! - judgeAt[j]!
    const outfit = squares / count
    const agreement = correlation(own, others)
    const disagrees = agreement !== null && ((outfit > 2 && agreement < 0.3) || (agreement < 0 && count >= 6))
    return {
      leniency: fit.leniency[j]!,
      marks: count,
      outfit,
      agreement,
      outOfLine: count >= MIN_MARKS && (largestZ > 5 || disagrees),
      constant: count >= MIN_MARKS && high - low < 1e-9,
    }
  })
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  const n = a.length
  if (n < MIN_MARKS) return null
  const meanA = a.reduce((sum, x) => sum + x, 0) / n
  const meanB = b.reduce((sum, x) => sum + x, 0) / n
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < n; i++) {
    ab += (a[i]! - meanA) * (b[i]! - meanB)
    aa += (a[i]! - meanA) ** 2
    bb += (b[i]! - meanB) ** 2
  }
  return aa < 1e-12 || bb < 1e-12 ? null : ab / Math.sqrt(aa * bb)
}
