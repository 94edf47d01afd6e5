/** Scores nearer than this are equal: above rounding errors, far below what a judge could distinguish. */
export const tieTolerance = 1e-6

/** One number for each entry of a group that is equal so far, larger is better. */
export interface TieBreak<Name extends string = string> {
  name: Name
  values(group: readonly number[]): ArrayLike<number>
}

/**
 * `order`, `byScore`: best first; entries that share a rank in their input order. `rank`: from 1; a shared rank leaves a gap (1, 2, 2,
 * 4). By entry: `tiedWith`, the others with an equal score; `brokenBy`, the last tie-break against one of them; `partedFromAbove`, the
 * tie-break against the entries directly above, null for the first of a tie.
 */
export interface Placing<Name extends string = string> {
  order: number[]
  byScore: number[]
  rank: Int32Array
  tiedWith: number[][]
  brokenBy: (Name | null)[]
  partedFromAbove: (Name | null)[]
}

/** Ranks by score, higher first, and breaks ties by each of `tieBreaks` in turn, never by input order. */
export function placeByScore<Name extends string>(
  scores: Float64Array,
  tieBreaks: readonly TieBreak<Name>[],
): Placing<Name> {
  const n = scores.length
  const rank = new Int32Array(n)
  const order: number[] = []
  const brokenBy = new Array<Name | null>(n).fill(null)
  const partedFromAbove = new Array<Name | null>(n).fill(null)
  const tiedWith = new Array<number[]>(n)

  const place = (group: number[], step: number, above: Name | null): void => {
    const tieBreak = tieBreaks[step]
    if (group.length === 1 || !tieBreak) {
      for (const entry of group) {
        rank[entry] = order.length + 1
        partedFromAbove[entry] = above
      }
      order.push(...group)
      return
    }
    const runs = splitByValue(group, tieBreak.values(group))
    if (runs.length > 1) for (const entry of group) brokenBy[entry] = tieBreak.name
    for (const [at, equal] of runs.entries()) place(equal, step + 1, at === 0 ? above : tieBreak.name)
  }
  const equals = splitByValue([...scores.keys()], scores)
  for (const group of equals) {
    for (const entry of group) tiedWith[entry] = group.filter((other) => other !== entry)
    place(group, 0, null)
  }
  return { order, byScore: equals.flat(), rank, tiedWith, brokenBy, partedFromAbove }
}

/** Best first; a run keeps its input order. */
function splitByValue(group: readonly number[], values: ArrayLike<number>): number[][] {
  const indexes = group.map((_, seat) => seat).sort((a, b) => values[b]! - values[a]! || a - b)
  const runs: number[][] = []
  let best = NaN
  for (const index of indexes) {
    const value = values[index]!
    if (value === best || best - value <= tieTolerance) runs.at(-1)!.push(index)
    else {
      runs.push([index])
      best = value
    }
  }
  return runs.map((run) => run.sort((a, b) => a - b).map((seat) => group[seat]!))
}
