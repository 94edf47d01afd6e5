export interface Scale {
  lo: number
  hi: number
}

/** All marks as a table: `values[entry * judges + judge]` on `scale`, NaN where there is no mark. */
export interface MarkTable {
  entries: number
  judges: number
  values: Float64Array
  scale: Scale
}

/**
 * The existing marks in judge order, over scored entries and active judges only. Judge `j` gave the marks `value[judgeAt[j] … judgeAt[j +
 * 1])` to the entries `entryOf[…]`, ascending. `entryIndex`, `judgeIndex`: indexes in the table.
 */
export interface Marks {
  entries: number
  judges: number
  judgeAt: Int32Array
  entryOf: Int32Array
  value: Float64Array
  /** By scored entry: how many judges marked it. */
  ballots: Int32Array
  entryIndex: Int32Array
  judgeIndex: Int32Array
  scale: Scale
}

/**
 * From a matrix with a row for each entry and a column for each judge, `null` for no mark.
 * Refuses (RangeError) an invalid scale, rows of unequal length, and marks that are not finite or off the scale.
 */
export function buildTable(matrix: readonly (readonly (number | null)[])[], scale: Scale): MarkTable {
  const { lo, hi } = scale
  if (!Number.isFinite(lo) || !Number.isFinite(hi) || lo >= hi)
    throw new RangeError('The scale needs a finite lo below a finite hi')
  const judges = matrix[0]?.length ?? 0
  const values = new Float64Array(matrix.length * judges).fill(NaN)
  matrix.forEach((row, entry) => {
    if (row.length !== judges)
      throw new RangeError(`Row ${entry + 1} has a different length from row 1 (${row.length}, not ${judges})`)
    row.forEach((mark, judge) => {
      if (mark === null) return
      if (!Number.isFinite(mark) || mark < lo || mark > hi)
        throw new RangeError(`Row ${entry + 1}, column ${judge + 1}: ${mark} is not a mark from ${lo} to ${hi}`)
      values[entry * judges + judge] = mark
    })
  })
  return { entries: matrix.length, judges, values, scale }
}

/** Leaves out entries and judges without a mark, and the judge with index `absent`. */
export function selectMarks(table: MarkTable, absent = -1): Marks {
  const { entries, judges, values } = table
  const perEntry = new Int32Array(entries)
  const perJudge = new Int32Array(judges)
  for (let i = 0; i < entries; i++)
    for (let j = 0; j < judges; j++)
      if (j !== absent && !Number.isNaN(values[i * judges + j]!)) {
        perEntry[i]!++
        perJudge[j]!++
      }
  const entryIndex = Int32Array.from(perEntry.keys()).filter((i) => perEntry[i]! > 0)
  const judgeIndex = Int32Array.from(perJudge.keys()).filter((j) => perJudge[j]! > 0)
  const ballots = perEntry.filter((n) => n > 0)
  const count = ballots.reduce((sum, n) => sum + n, 0)
  const judgeAt = new Int32Array(judgeIndex.length + 1)
  const entryOf = new Int32Array(count)
  const value = new Float64Array(count)
  let at = 0
  judgeIndex.forEach((judge, j) => {
    for (let i = 0; i < entryIndex.length; i++) {
      const mark = values[entryIndex[i]! * judges + judge]!
      if (Number.isNaN(mark)) continue
      entryOf[at] = i
      value[at++] = mark
    }
    judgeAt[j + 1] = at
  })
  return {
    entries: entryIndex.length,
    judges: judgeIndex.length,
    judgeAt,
    entryOf,
    value,
    ballots,
    entryIndex,
    judgeIndex,
    scale: table.scale,
  }
}

export function rawMeans(marks: Marks): Float64Array {
  const means = new Float64Array(marks.entries)
  marks.value.forEach((mark, at) => {
    means[marks.entryOf[at]!]! += mark
  })
  return means.map((sum, i) => sum / marks.ballots[i]!)
}
