import type { Marks } from '../marks.ts'
import { factorise, solveFactorised } from './linear.ts'

/** As if each judge had given one more mark without leniency: shrinks leniency towards 0. */
export const LAMBDA = 1

/**
 * The precision of the entries once leniency is removed: `A = D_E − W (D_J + λ)⁻¹ Wᵀ` (σ² A⁻¹ is the scores' covariance). Writes the lower
 * triangle of `a`, and each judge's `judgePrecision` = Σ w + λ. Positive definite even with unconnected groups, since λ > 0.
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
  rightSide: Float64Array
}

export function createWorkspace({ entries, judges }: Marks): Workspace {
  return {
    a: new Float64Array(entries * entries),
    judgePrecision: new Float64Array(judges),
    rightSide: new Float64Array(entries),
  }
}

/**
 * One weighted least-squares step. Returns the largest change of a score or leniency. Eliminates judges rather than entries: the solution is
 * the same, panels are usually larger than line-ups, and the remaining matrix is the one that the uncertainty needs.
 */
export function solve(
  marks: Marks,
  weight: Float64Array,
  workspace: Workspace,
  fair: Float64Array,
  leniency: Float64Array,
) {
  const { entries, judges, judgeAt, entryOf, value } = marks
  const { a, judgePrecision, rightSide } = workspace
  entryPrecision(marks, weight, a, judgePrecision)
  rightSide.fill(0)
  for (let j = 0; j < judges; j++) {
    let judgeMean = 0
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) judgeMean += weight[at]! * value[at]!
    judgeMean /= judgePrecision[j]!
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++)
      rightSide[entryOf[at]!]! += weight[at]! * (value[at]! - judgeMean)
  }
  factorise(a, entries)
  solveFactorised(a, entries, rightSide)
  let largestChange = 0
  for (let i = 0; i < entries; i++) {
    largestChange = Math.max(largestChange, Math.abs(rightSide[i]! - fair[i]!))
    fair[i] = rightSide[i]!
  }
  for (let j = 0; j < judges; j++) {
    let leniencyEstimate = 0
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++)
      leniencyEstimate += weight[at]! * (value[at]! - rightSide[entryOf[at]!]!)
    leniencyEstimate /= judgePrecision[j]!
    largestChange = Math.max(largestChange, Math.abs(leniencyEstimate - leniency[j]!))
    leniency[j] = leniencyEstimate
  }
  return largestChange
}
