import type { Scale } from '../ranking/marks.ts'
import { tieTolerance } from '../ranking/ties.ts'

/** Enough for any two scores that the ranking distinguishes. */
const maxDecimals = 10

/** The decimals, at least `minDecimals`, with which each score differs from its neighbours. `scores`: best first; equal scores get the same. */
export function distinctDecimals(scores: readonly number[], minDecimals: number): number[] {
  const groups = groupEqual(scores)
  return groups.flatMap(({ score, size }, at) => {
    const neighbours = [groups[at - 1], groups[at + 1]].flatMap((group) => group?.score ?? [])
    let decimals = minDecimals
    const readsLike = (other: number) => other.toFixed(decimals) === score.toFixed(decimals)
    while (decimals < maxDecimals && neighbours.some(readsLike)) decimals += 1
    return new Array<number>(size).fill(decimals)
  })
}

/**
 * The scores as people read them, best first: clamped to the scale, with the decimals to differ from their neighbours. Null for different
 * scores beyond the same end of the scale, which no figure could distinguish.
 */
export function shownScores(scores: readonly number[], { lo, hi }: Scale): (string | null)[] {
  const clamped = groupEqual(scores).map(({ score, size }) => ({ score: Math.min(hi, Math.max(lo, score)), size }))
  const decimals = distinctDecimals(
    clamped.map((group) => group.score),
    1,
  )
  return clamped.flatMap(({ score, size }, at) => {
    const indistinct = [clamped[at - 1], clamped[at + 1]].some((group) => group?.score === score)
    return new Array<string | null>(size).fill(indistinct ? null : score.toFixed(decimals[at]))
  })
}

function groupEqual(scores: readonly number[]): { score: number; size: number }[] {
  const groups: { score: number; size: number }[] = []
  for (const score of scores) {
    const last = groups.at(-1)
    if (last && Math.abs(last.score - score) <= tieTolerance) last.size += 1
    else groups.push({ score, size: 1 })
  }
  return groups
}
