import { factorise } from './linear.ts'
import { standardNormals } from './normals.ts'
import type { Certainty } from './uncertainty.ts'

const DRAWS = 2000

/** By entry: the chance of truly being first, 0 to 1, and the 90 % interval of the true rank, from 1. */
export interface Chances {
  pFirst: Float64Array
  rankInterval: [number, number][]
}

/**
 * Draws true scores from the posterior and counts each entry's ranks. Entries take their random numbers in `order` (best score first), so
 * that the result does not depend on how they are listed, and is the same on every machine.
 */
export function drawRanks({ mean, posterior }: Certainty, order: readonly number[]): Chances {
  const n = mean.length
  // drawFour multiplies rows in pairs: pad an odd number of entries with a row of zeros.
  const width = n + (n % 2)
  const l = new Float64Array(width * width)
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i; k++) l[i * width + k] = posterior[order[i]! * n + order[k]!]! + (i === k ? 1e-12 : 0)
  factorise(l, width)

  const expected = new Float64Array(width)
  order.forEach((entry, i) => {
    expected[i] = mean[entry]!
  })
  const normals = standardNormals(n * DRAWS + 1)
  const scores = new Float64Array(4 * width)
  const places = new Int32Array(n)
  const rankCounts = new Int32Array(n * n)
  for (let draw = 0; draw < DRAWS; draw += 4) {
    drawFour(l, expected, normals, draw * n, n, scores)
    for (let at = 0; at < 4 * width; at += width) countPlaces(scores, at, places, rankCounts)
  }
  const chances: Chances = { pFirst: new Float64Array(n), rankInterval: new Array(n) }
  order.forEach((entry, i) => {
    chances.pFirst[entry] = rankCounts[i * n]! / DRAWS
    chances.rankInterval[entry] = [quantile(rankCounts, i * n, 0.05 * DRAWS), quantile(rankCounts, i * n, 0.95 * DRAWS)]
  })
  return chances
}

/**
 * `scores` = expected + L z for four draws, whose numbers z are `step` apart. Unrolled to two rows of four draws: eight independent sums from
 * six loaded numbers, for speed.
 */
function drawFour(
  l: Float64Array,
  expected: Float64Array,
  z: Float64Array,
  z0: number,
  step: number,
  scores: Float64Array,
): void {
  const width = expected.length
  const z1 = z0 + step
  const z2 = z1 + step
  const z3 = z2 + step
  for (let i = 0; i < width; i += 2) {
    const row = i * width
    const next = row + width
    let a0 = expected[i]!
    let a1 = a0
    let a2 = a0
    let a3 = a0
    let b0 = expected[i + 1]!
    let b1 = b0
    let b2 = b0
    let b3 = b0
    for (let k = 0; k <= i + 1; k++) {
      const a = l[row + k]!
      const b = l[next + k]!
      const n0 = z[z0 + k]!
      const n1 = z[z1 + k]!
      const n2 = z[z2 + k]!
      const n3 = z[z3 + k]!
      a0 += a * n0
      a1 += a * n1
      a2 += a * n2
      a3 += a * n3
      b0 += b * n0
      b1 += b * n1
      b2 += b * n2
      b3 += b * n3
    }
    scores[i] = a0
    scores[width + i] = a1
    scores[2 * width + i] = a2
    scores[3 * width + i] = a3
    scores[i + 1] = b0
    scores[width + i + 1] = b1
    scores[2 * width + i + 1] = b2
    scores[3 * width + i + 1] = b3
  }
}

/** Insertion sort: entries come best first, so most are already near their place. */
function countPlaces(scores: Float64Array, from: number, places: Int32Array, rankCounts: Int32Array): void {
  const n = places.length
  for (let entry = 0; entry < n; entry++) {
    const score = scores[from + entry]!
    let at = entry
    while (at > 0 && scores[from + places[at - 1]!]! < score) {
      places[at] = places[at - 1]!
      at--
    }
    places[at] = entry
  }
  for (let place = 0; place < n; place++) rankCounts[places[place]! * n + place]!++
}

/** The rank at which the cumulated counts from `row` on reach `draws`. */
function quantile(rankCounts: Int32Array, row: number, draws: number): number {
  let place = 0
  let drawsSoFar = rankCounts[row]!
  while (drawsSoFar < draws) drawsSoFar += rankCounts[row + ++place]!
  return place + 1
}
