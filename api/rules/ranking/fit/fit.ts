import { type Marks, rawMeans } from '../marks.ts'
import { makeWorkspace, solve } from './least-squares.ts'
import { medianOf } from './median.ts'

/** A mark further than this many s from what was expected counts at reduced weight. */
const REACH = 2
const SMALLEST_S = 0.05
const FREEZE_AT = 10
const MOST_PASSES = 500
const STILL = 1e-10
/** Before any mark is seen, noise is assumed to be this share of the scale, weighted as two marks. */
const PRIOR_NOISE = 0.12
const PRIOR_SAY = 2

/** The levelled average of one table of marks. */
export interface Fit {
  /** A scored entry's score with its judges' leniency taken out, on the marks' scale. */
  fair: Float64Array
  /** How far an active judge marks above the panel, in points of the scale. */
  leniency: Float64Array
  /** Of each mark: what neither the entry nor the judge explains; and the weight it counted with, 0 to 1. */
  residual: Float64Array
  weight: Float64Array
  /** The spread of ordinary residuals, and the noise of one mark, in points of the scale. */
  s: number
  sigma: number
  /** The noise of one mark where none is held back, as in a plain mean. */
  plainSigma: number
  passes: number
}

/**
 * Minimises `Σ ρ((y − f − b)/s) + λ/(2s²) Σ b²` with Huber's ρ: entries' scores f, judges' leniency b.
 * Takes at least one mark. `components` is how many groups the marks fall into (findComponents).
 * After the reviewer calibration of NIPS since 2002 (Platt and Burges) and Huber, Robust Estimation (1964).
 */
export function fitLevelled(marks: Marks, components: number): Fit {
  const { entries, judges, scale } = marks
  const n = marks.value.length
  const range = scale.hi - scale.lo
  const free = n - (entries + judges - components)
  const stretch = 1.4826 * Math.sqrt(n / Math.max(free, n / 4))

  const weight = new Float64Array(n).fill(1)
  const residual = new Float64Array(n)
  const sizes = new Float64Array(n)
  // Fitted as distances from the plain means, so that where nothing is to level, nothing is, to the last bit.
  const means = rawMeans(marks)
  const centred = { ...marks, value: marks.value.map((mark, at) => mark - means[marks.entryOf[at]!]!) }
  const apart = new Float64Array(entries)
  const leniency = new Float64Array(judges)
  const workspace = makeWorkspace(marks)
  let s = 0
  let passes = 0
  while (passes < MOST_PASSES) {
    passes++
    const moved = solve(centred, weight, workspace, apart, leniency)
    computeResiduals(centred, apart, leniency, residual, sizes)
    if (passes <= FREEZE_AT) s = Math.max(SMALLEST_S * range, stretch * medianOf(sizes))
    else if (moved < STILL) break
    // From the residuals, not from sizes, which the median has reordered.
    let changed = false
    for (let at = 0; at < n; at++) {
      const size = Math.abs(residual[at]!)
      const next = size <= REACH * s ? 1 : (REACH * s) / size
      changed ||= next !== weight[at]
      weight[at] = next
    }
    // The very same weights would give the very same fit, for ever.
    if (!changed) break
  }

  const fair = means.map((mean, i) => mean + apart[i]!)
  let wild = 0
  let tame = 0
  for (let at = 0; at < n; at++) {
    wild += residual[at]! ** 2
    tame += weight[at]! * residual[at]! ** 2
  }
  const noiseOf = (squares: number): number =>
    Math.sqrt((squares + PRIOR_SAY * (PRIOR_NOISE * range) ** 2) / (Math.max(free, 0) + PRIOR_SAY))
  return { fair, leniency, residual, weight, s, sigma: noiseOf(tame), plainSigma: noiseOf(wild), passes }
}

function computeResiduals(
  marks: Marks,
  fair: Float64Array,
  leniency: Float64Array,
  residual: Float64Array,
  sizes: Float64Array,
): void {
  const { judges, judgeAt, entryOf, value } = marks
  for (let j = 0; j < judges; j++)
    for (let at = judgeAt[j]!; at < judgeAt[j + 1]!; at++) {
      residual[at] = value[at]! - fair[entryOf[at]!]! - leniency[j]!
      sizes[at] = Math.abs(residual[at]!)
    }
}
