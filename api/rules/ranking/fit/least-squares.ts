import type { Marks } from '../marks.ts'
import { factorise, solveFactorised } from './linear.ts'

/** As if each judge had given one more mark that agreed with everyone: leniency is drawn gently towards 0. */
export const LAMBDA = 1

/**
 * `A = D_E − W (D_J + λ)⁻¹ Wᵀ`, what the marks say about the entries once leniency is taken out (σ² A⁻¹ is the scores'
 * covariance). Writes the lower triangle of `a` and each judge's `judgePrecision` = Σ w + λ. Positive definite even where groups
 * never met, since λ > 0.
 */
export function entryPrecision(
  marks: Marks,
  weight: Float64Array,
  a: Float64Array,
  judgePrecision: Float64Array,
): void {
  const { entries, judges, judgeAt, entryOf } = marks
  a.fill(0)
  for (let j = 0; j < judges; j++) {
    const from = judgeAt[j]!
    const to = judgeAt[j + 1]!
    let sum = LAMBDA
    for (let at = from; at < to; at++) sum += weight[at]!
    judgePrecision[j] = sum
    for (let at = from; at < to; at++) {
      const row = entryOf[at]! * entries
      const share = weight[at]! / sum
      for (let other = from; other <= at; other++) a[row + entryOf[other]!]! -= share * weight[other]!
    }
    for (let at = from; at < to; at++) a[entryOf[at]! * (entries + 1)]! += weight[at]!
  }
}

interface Workspace {
  a: Float64Array
  judgePrecision: Float64Array
  right: Float64Array
}

/** Allocated once a fit, so that no pass allocates. */
export function makeWorkspace({ entries, judges }: Marks): Workspace {
  return {
    a: new Float64Array(entries * entries),
    judgePrecision: new Float64Array(judges),
    right: new Float64Array(entries),
  }
}

/**
 * One weighted least-squares step. Returns how far the furthest score or leniency moved. Judges are eliminated rather than entries: the answer
 * is the same, panels are mostly larger than line-ups, and the matrix left over is the one the uncertainty needs.
 */
export function solve(
  marks: Marks,
  weight: Float64Array,
  workspace: Workspace,
  fair: Float64Array,
  leniency: Float64Array,
) {
  const { entries, judges, judgeAt, entryOf, value } = marks
  const { a, judgePrecision, right } = workspace
  entryPrecision(marks, weight, a, judgePrecision)
  right.fill(0)
  for (let j = 0; j < judges; j++) {
    let judgeMean = 0
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) judgeMean += weight[at]! * value[at]!
    judgeMean /= judgePrecision[j]!
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++)
      right[entryOf[at]!]! += weight[at]! * (value[at]! - judgeMean)
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
    above /= judgePrecision[j]!
    moved = Math.max(moved, Math.abs(above - leniency[j]!))
    leniency[j] = above
  }
  return moved
}
