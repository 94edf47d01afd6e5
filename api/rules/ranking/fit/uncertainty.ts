import type { Marks } from '../marks.ts'
import type { Fit } from './fit.ts'
import { entryPrecision, LAMBDA } from './least-squares.ts'
import { inverse } from './linear.ts'

/**
 * Matrices are entries × entries, row by row, over scored entries. `covariance`: of the scores, from the marks alone. `mean`, `posterior`:
 * with a normal prior that all entries share.
 */
export interface Certainty {
  covariance: Float64Array
  mean: Float64Array
  posterior: Float64Array
}

export function levelledCertainty(marks: Marks, fit: Fit): Certainty {
  const a = new Float64Array(marks.entries ** 2)
  entryPrecision(marks, fit.weight, a, new Float64Array(marks.judges))
  return computeCertainty(fit.fair, copyLowerToUpper(a, marks.entries), fit.sigma)
}

/**
 * The certainty of plain means, which still include leniency: with b of variance σ²/λ the means' covariance is
 * `σ² (D⁻¹ + D⁻¹ N Nᵀ D⁻¹ / λ)`, N being who marked what. Equals the levelled one where every judge marked every entry.
 * A mean gives every mark full weight, so its noise is `plainSigma`.
 */
export function meanCertainty(marks: Marks, means: Float64Array, fit: Fit): Certainty {
  const { entries, judges, judgeAt, entryOf, ballots } = marks
  const covariance = new Float64Array(entries ** 2)
  for (let j = 0; j < judges; j++)
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++)
      for (let other = judgeAt[j]!; other <= at; other++) {
        const i = entryOf[at]!
        const k = entryOf[other]!
        covariance[i * entries + k]! += 1 / (LAMBDA * ballots[i]! * ballots[k]!)
      }
  for (let i = 0; i < entries; i++) covariance[i * entries + i]! += 1 / ballots[i]!
  return computeCertainty(means, inverse(covariance, entries), fit.plainSigma)
}

/** `precision` is the whole matrix A: σ² A⁻¹ is the covariance of `scores`. */
function computeCertainty(scores: Float64Array, precision: Float64Array, sigma: number): Certainty {
  const n = scores.length
  const noise = sigma ** 2
  const regularised = precision.slice()
  for (let i = 0; i < n; i++) regularised[i * n + i]! += 1e-9
  const covariance = inverse(regularised, n)
  let trace = 0
  let total = 0
  for (let at = 0; at < n * n; at++) {
    covariance[at]! *= noise
    total += covariance[at]!
  }
  for (let i = 0; i < n; i++) trace += covariance[i * n + i]!

  const centre = scores.reduce((sum, score) => sum + score, 0) / n
  const squares = scores.reduce((sum, score) => sum + (score - centre) ** 2, 0)
  // The entries' own variance: the variance of the scores less their noise, at least a fifth of the former.
  const fieldVariance =
    n === 1 ? 1e6 : Math.max((squares - (trace - total / n)) / (n - 1), (0.2 * squares) / (n - 1), 1e-6)

  const posteriorPrecision = precision.map((value) => value / noise)
  for (let i = 0; i < n; i++) posteriorPrecision[i * n + i]! += 1 / fieldVariance
  const posterior = inverse(posteriorPrecision, n)

  const precisionTimesDistance = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let k = 0; k < n; k++) sum += precision[i * n + k]! * (scores[k]! - centre)
    precisionTimesDistance[i] = sum / noise
  }
  const mean = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = centre
    for (let k = 0; k < n; k++) sum += posterior[i * n + k]! * precisionTimesDistance[k]!
    mean[i] = sum
  }
  return { covariance, mean, posterior }
}

/** The chance, 0 to 1, that entry `i` is truly better than entry `k`. */
export function chanceBeats({ mean, posterior }: Certainty, i: number, k: number): number {
  return normalCdf((mean[i]! - mean[k]!) / Math.sqrt(differenceVariance(posterior, mean.length, i, k)))
}

export function differenceVariance(covariance: Float64Array, n: number, i: number, k: number): number {
  return covariance[i * n + i]! + covariance[k * n + k]! - 2 * covariance[i * n + k]!
}

/** Φ, to 1.5e-7: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26. */
function normalCdf(x: number): number {
  const z = Math.abs(x) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * z)
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  const tail = (series * Math.exp(-z * z)) / 2
  return x < 0 ? tail : 1 - tail
}

function copyLowerToUpper(lower: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) lower[k * n + i] = lower[i * n + k]!
  return lower
}
