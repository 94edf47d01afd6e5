import { factorise } from './linear.ts'
import { standardNormals } from './normals.ts'
import type { Certainty } from './uncertainty.ts'

const DRAWS = 2000

/** What the draws say: each entry's chance of truly being first, and the 90 % interval of its true rank, from 1. */
export interface Chances {
  pFirst: Float64Array
  rankInterval: [number, number][]
}

/**
 * Draws true scores again and again and counts who comes where. Entries take their random numbers in `order` (best
 * score first), so that the answer does not hang on how they are listed, and is the same on every machine.
 */
export function drawRanks({ mean, posterior }: Certainty, order: readonly number[]): Chances {
  const n = mean.length
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i; k++) l[i * n + k] = posterior[order[i]! * n + order[k]!]! + (i === k ? 1e-12 : 0)
  factorise(l, n)

  const expected = Float64Array.from(order, (entry) => mean[entry]!)
  const normals = standardNormals(n * DRAWS)
  const scores = new Float64Array(4 * n)
  const places = new Int32Array(n)
  const met = new Int32Array(n * n)
  for (let draw = 0; draw < DRAWS; draw += 4) {
    drawFour(l, expected, normals, draw * n, scores)
    for (let at = 0; at < 4 * n; at += n) countPlaces(scores, at, places, met)
  }
  const chances: Chances = { pFirst: new Float64Array(n), rankInterval: new Array(n) }
  order.forEach((entry, i) => {
    chances.pFirst[entry] = met[i * n]! / DRAWS
    chances.rankInterval[entry] = [quantile(met, i * n, 0.05 * DRAWS), quantile(met, i * n, 0.95 * DRAWS)]
  })
  return chances
}

/** `scores` = expected + L z for four draws at once, whose sums need not wait for one another. */
function drawFour(l: Float64Array, expected: Float64Array, z: Float64Array, z0: number, scores: Float64Array): void {
  const n = expected.length
  const z1 = z0 + n
  const z2 = z1 + n
  const z3 = z2 + n
  for (let i = 0; i < n; i++) {
    const row = i * n
    let s0 = expected[i]!
    let s1 = s0
    let s2 = s0
    let s3 = s0
    for (let k = 0; k <= i; k++) {
      const pull = l[row + k]!
      s0 += pull * z[z0 + k]!
      s1 += pull * z[z1 + k]!
      s2 += pull * z[z2 + k]!
      s3 += pull * z[z3 + k]!
    }
    scores[i] = s0
    scores[n + i] = s1
    scores[2 * n + i] = s2
    scores[3 * n + i] = s3
  }
}

/** By insertion: entries come best first, so most are near their place. */
function countPlaces(scores: Float64Array, from: number, places: Int32Array, met: Int32Array): void {
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
  for (let place = 0; place < n; place++) met[places[place]! * n + place]!++
}

/** The rank at which the counts from `row` on first hold `share` draws. */
function quantile(met: Int32Array, row: number, share: number): number {
  let place = 0
  let held = met[row]!
  while (held < share) held += met[row + ++place]!
  return place + 1
}
