import { factorise, solveFactorised } from './linear.ts'
import type { Marks } from './marks.ts'

/** As if each judge had given one more mark that agreed with everyone: leniency is drawn gently towards 0. */
export const LAMBDA = 1
/**
 * `A = D_E − W (D_J + λ)⁻¹ Wᵀ`, what the marks say about the entries once leniency is taken out (σ² A⁻¹ is the scores'
 * covariance). Writes the lower triangle of `a` and each judge's `held` = Σ w + λ. Positive definite even where groups
 * never met, since λ > 0.
 */
export function entryPrecision(marks: Marks, weight: Float64Array, a: Float64Array, held: Float64Array): void {
  const { entries, judges, judgeAt, entryOf } = marks
  a.fill(0)
  for (let j = 0; j < judges; j++) {
    const from = judgeAt[j]!
    const to = judgeAt[j + 1]!
    let sum = LAMBDA
    for (let at = from; at < to; at++) sum += weight[at]!
    held[j] = sum
    // Two rows at a time: each weight and place read serves both. This is half of the whole fit.
    let at = from
    for (; at + 1 < to; at += 2) {
      const first = entryOf[at]! * entries
      const second = entryOf[at + 1]! * entries
      const firstShare = weight[at]! / sum
      const secondShare = weight[at + 1]! / sum
      for (let other = from; other <= at; other++) {
        const k = entryOf[other]!
        a[first + k]! -= firstShare * weight[other]!
        a[second + k]! -= secondShare * weight[other]!
      }
      a[second + entryOf[at + 1]!]! -= secondShare * weight[at + 1]!
    }
    if (at < to)
      for (let other = from; other <= at; other++)
        a[entryOf[at]! * entries + entryOf[other]!]! -= (weight[at]! / sum) * weight[other]!
    for (at = from; at < to; at++) a[entryOf[at]! * (entries + 1)]! += weight[at]!
  }
}

interface Workspace {
  a: Float64Array
  held: Float64Array
  right: Float64Array
}

/** Room for the passes, so that none of them allocates. */
export function makeWorkspace({ entries, judges }: Marks): Workspace {
  return {
    a: new Float64Array(entries * entries),
    held: new Float64Array(judges),
    right: new Float64Array(entries),
  }
}

/**
 * One weighted least-squares step; says how far anything moved. Judges are eliminated rather than entries: the answer
 * is the same, panels are mostly larger than line-ups, and the matrix left over is the one the uncertainty needs.
 */
export function solve(marks: Marks, weight: Float64Array, room: Workspace, fair: Float64Array, leniency: Float64Array) {
  const { entries, judges, judgeAt, entryOf, value } = marks
  const { a, held, right } = room
  entryPrecision(marks, weight, a, held)
  right.fill(0)
  for (let j = 0; j < judges; j++) {
    let given = 0
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) given += weight[at]! * value[at]!
    given /= held[j]!
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) right[entryOf[at]!]! += weight[at]! * (value[at]! - given)
  }
  factorise(a, entries)
  solveFactorised(a, entries, right)
  let moved = 0
  for (let i = 0; i < entries; i++) {
    moved = Math.max(moved, Math.abs(right[i]! - fair[i]!))
    fair[i] = right[i]!
  }
  for (let j = 0; j < judges; j++) {
    let above = 0
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) above += weight[at]! * (value[at]! - right[entryOf[at]!]!)
    above /= held[j]!
    moved = Math.max(moved, Math.abs(above - leniency[j]!))
    leniency[j] = above
  }
  return moved
}
