import { mulberry32 } from '../../show/chance.ts'

/** The seed of every draw, printed with the result so that anyone can draw the same. */
export const SEED = 20261123

let made: Float64Array = new Float64Array(0)

/**
 * The first `count` (or more) standard normal numbers of one fixed stream: mulberry32 from SEED, by Box and Muller, the
 * cosine's first, then the sine's. A constant, kept as far as it was needed: it costs a third of a large ranking.
 */
export function standardNormals(count: number): Float64Array {
  if (made.length < count) made = makeNormals(count + (count % 2))
  return made
}

function makeNormals(count: number): Float64Array {
  const normals = new Float64Array(count)
  const uniform = mulberry32(SEED)
  for (let at = 0; at < count; at += 2) {
    // 0 has no logarithm; the stream holds one in 2³².
    const radius = Math.sqrt(-2 * Math.log(uniform() || 2 ** -32))
    const angle = 2 * Math.PI * uniform()
    normals[at] = radius * Math.cos(angle)
    normals[at + 1] = radius * Math.sin(angle)
  }
  return normals
}
