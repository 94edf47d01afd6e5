import type { Marks } from '../marks.ts'
import { factorise, solveFactorised } from './linear.ts'

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
    // Four rows at a time, so that each weight read serves four: this is the most of a fit. What it writes above the
    // diagonal means nothing.
    let at = from
    for (; at + 3 < to; at += 4) {
      const r0 = entryOf[at]! * entries
      const r1 = entryOf[at + 1]! * entries
      const r2 = entryOf[at + 2]! * entries
      const r3 = entryOf[at + 3]! * entries
      const s0 = weight[at]! / sum
      const s1 = weight[at + 1]! / sum
      const s2 = weight[at + 2]! / sum
      const s3 = weight[at + 3]! / sum
      for (let other = from; other <= at + 3; other++) {
        const k = entryOf[other]!
        const shared = weight[other]!
        a[r0 + k]! -= s0 * shared
        a[r1 + k]! -= s1 * shared
        a[r2 + k]! -= s2 * shared
        a[r3 + k]! -= s3 * shared
      }
    }
    for (; at < to; at++) {
      const row = entryOf[at]! * entries
      const share = weight[at]! / sum
      for (let other = from; other <= at; other++) a[row + entryOf[other]!]! -= share * weight[other]!
    }
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
