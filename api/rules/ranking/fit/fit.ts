import { type Marks, rawMeans } from '../marks.ts'
import { createWorkspace, solve } from './least-squares.ts'
import { computeMedian } from './median.ts'

/** A residual above this many s counts at reduced weight. */
const HUBER_LIMIT = 2
const SMALLEST_S = 0.05
const FREEZE_S_AFTER = 10
const MAX_PASSES = 500
const CONVERGED = 1e-10
/** The noise assumed before any mark, as a share of the scale, with the weight of PRIOR_WEIGHT marks. */
const PRIOR_NOISE = 0.12
const PRIOR_WEIGHT = 2

/**
 * In points of the scale, but for `weight`. `fair`: by scored entry, without its judges' leniency. `leniency`: by active judge, above
 * the panel. `residual`, `weight`: by mark, what neither entry nor judge explains, and how much the mark counted, 0 to 1. `s`: the
 * spread of ordinary residuals. `sigma`: the noise of one mark; `plainSigma`: the same with full weight for every mark, as in a plain
 * mean.
 */
export interface Fit {
  fair: Float64Array
  leniency: Float64Array
  residual: Float64Array
  weight: Float64Array
  s: number
  sigma: number
  plainSigma: number
  passes: number
}

/**
 * Minimises `Σ ρ((y − f − b)/s) + λ/(2s²) Σ b²` with Huber's ρ: entries' scores f, judges' leniency b.
 * Needs at least one mark. `components`: the number of groups from findComponents.
 * After the reviewer calibration of NIPS since 2002 (Platt and Burges) and Huber, Robust Estimation (1964).
 */
export function fitLevelled(marks: Marks, components: number): Fit {
  const { entries, judges, scale } = marks
  const n = marks.value.length
  const range = scale.hi - scale.lo
  const degreesOfFreedom = n - (entries + judges - components)
  const madToSigma = 1.4826 * Math.sqrt(n / Math.max(degreesOfFreedom, n / 4))

  const weight = new Float64Array(n).fill(1)
  const residual = new Float64Array(n)
  const sizes = new Float64Array(n)
  // Fits the distances from the plain means: without any leniency the result is then exactly the plain mean.
  const means = rawMeans(marks)
  const centred = { ...marks, value: marks.value.map((mark, at) => mark - means[marks.entryOf[at]!]!) }
  const offsets = new Float64Array(entries)
  const leniency = new Float64Array(judges)
  const workspace = createWorkspace(marks)
  let s = 0
  let passes = 0
  while (passes < MAX_PASSES) {
    passes++
    const largestChange = solve(centred, weight, workspace, offsets, leniency)
    computeResiduals(centred, offsets, leniency, residual, sizes)
    if (passes <= FREEZE_S_AFTER) s = Math.max(SMALLEST_S * range, madToSigma * computeMedian(sizes))
    else if (largestChange < CONVERGED) break
    // computeMedian has reordered `sizes`, so use the residuals.
    let changed = false
    for (let at = 0; at < n; at++) {
      const size = Math.abs(residual[at]!)
      const next = size <= HUBER_LIMIT * s ? 1 : (HUBER_LIMIT * s) / size
      changed ||= next !== weight[at]
      weight[at] = next
    }
    // Unchanged weights would give the same fit again.
    if (!changed) break
  }

  const fair = means.map((mean, i) => mean + offsets[i]!)
  let squares = 0
  let weightedSquares = 0
  for (let at = 0; at < n; at++) {
    squares += residual[at]! ** 2
    weightedSquares += weight[at]! * residual[at]! ** 2
  }
  const noiseOf = (squares: number): number =>
    Math.sqrt((squares + PRIOR_WEIGHT * (PRIOR_NOISE * range) ** 2) / (Math.max(degreesOfFreedom, 0) + PRIOR_WEIGHT))
  return { fair, leniency, residual, weight, s, sigma: noiseOf(weightedSquares), plainSigma: noiseOf(squares), passes }
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
