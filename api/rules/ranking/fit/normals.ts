import { mulberry32 } from '../../show/chance.ts'

/** Printed with the result, so that anyone can repeat the draws. */
export const SEED = 20261123

let cache: Float64Array = new Float64Array(0)

/**
 * At least `count` standard normal numbers of one fixed stream: mulberry32 from SEED, by Box and Muller, cosine before sine. Cached, because
 * they take a third of the time of a large ranking.
 */
export function standardNormals(count: number): Float64Array {
  if (cache.length < count) cache = computeNormals(count + (count % 2))
  return cache
}

function computeNormals(count: number): Float64Array {
  const normals = new Float64Array(count)
  const uniform = mulberry32(SEED)
  for (let at = 0; at < count; at += 2) {
    // log(0) is infinite; 0 occurs once in 2³² numbers.
    const radius = Math.sqrt(-2 * Math.log(uniform() || 2 ** -32))
    const angle = 2 * Math.PI * uniform()
    normals[at] = radius * Math.cos(angle)
    normals[at + 1] = radius * Math.sin(angle)
  }
  return normals
}
