/** Scores this near are equal: less than the arithmetic could tell apart, far less than any judge could. */
const TIE = 1e-6

/** One way to part entries that are equal so far: a number for each of the group, the larger the better. */
export interface TieBreak<Name extends string = string> {
  name: Name
  values(group: readonly number[]): ArrayLike<number>
}

export interface Placing<Name extends string = string> {
  /** Entries, best first; those that share a rank in the order given. */
  order: number[]
  /** The same by score alone, before any tie was broken. */
  byScore: number[]
  /** From 1; shared ranks leave a gap (1, 2, 2, 4). */
  rank: Int32Array
  /** The entries equal with each on score, itself left out; and what last parted it from one of them. */
  tiedWith: number[][]
  brokenBy: (Name | null)[]
  /** What parted each from the entries directly above it that are equal on score; null for the first of a tie. */
  partedFromAbove: (Name | null)[]
}

/** Ranks by score, higher first, and breaks ties by each of `tieBreaks` in turn, never by the order of entry. */
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

  const settle = (group: number[], step: number, above: Name | null): void => {
    const tieBreak = tieBreaks[step]
    if (group.length === 1 || !tieBreak) {
      for (const entry of group) {
        rank[entry] = order.length + 1
        partedFromAbove[entry] = above
      }
      order.push(...group)
      return
    }
    const parts = part(group, tieBreak.values(group))
    if (parts.length > 1) for (const entry of group) brokenBy[entry] = tieBreak.name
    for (const [at, equal] of parts.entries()) settle(equal, step + 1, at === 0 ? above : tieBreak.name)
  }
  const equals = part([...scores.keys()], scores)
  for (const group of equals) {
    for (const entry of group) tiedWith[entry] = group.filter((other) => other !== entry)
    settle(group, 0, null)
  }
  return { order, byScore: equals.flat(), rank, tiedWith, brokenBy, partedFromAbove }
}

/** Parts a group into runs of equal value, best first; within a run the given order stays. */
function part(group: readonly number[], values: ArrayLike<number>): number[][] {
  const seats = group.map((_, seat) => seat).sort((a, b) => values[b]! - values[a]! || a - b)
  const runs: number[][] = []
  let best = NaN
  for (const seat of seats) {
    const value = values[seat]!
    if (value === best || best - value <= TIE) runs.at(-1)!.push(seat)
    else {
      runs.push([seat])
      best = value
    }
  }
  return runs.map((run) => run.sort((a, b) => a - b).map((seat) => group[seat]!))
}
