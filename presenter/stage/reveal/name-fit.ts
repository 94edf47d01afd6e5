/** In hundredths of the stage's height. */
export type Box = { width: number; height: number }
/** The width of a text in em. */
export type Measure = (text: string) => number

export const nameLineHeight = 1.02
/** Between names that share a box, in em. */
export const nameGap = 0.3
// FitText adds this much padding, in em, for descenders.
const padding = 0.2
const smallestSize = 3.5
/** Longer words may break, in Welsh and in compound names. */
const longestWholeWord = 20
// Browsers and the canvas measure with small differences.
const tolerance = 0.985

/** Lines of a name in a box of `width` em; infinite where a word does not fit. */
function countLines(name: string, width: number, measure: Measure): number {
  const space = measure(' ')
  let lines = 1
  let used = 0
  for (const word of name.split(/\s+/)) {
    const wordWidth = measure(word)
    if (used > 0 && used + space + wordWidth <= width) {
      used += space + wordWidth
      continue
    }
    if (used > 0) lines += 1
    used = wordWidth
    if (wordWidth <= width) continue
    if ([...word].length <= longestWholeWord) return Number.POSITIVE_INFINITY
    const broken = Math.ceil(wordWidth / width)
    lines += broken - 1
    used = wordWidth - (broken - 1) * width
  }
  return lines
}

/** The largest size, in hundredths of the stage's height, at which the names fit in the box one below the other. */
export function fitNames(names: readonly string[], box: Box, measure: Measure, largest: number): number {
  const fits = (size: number) => {
    const width = (box.width * tolerance) / size
    const lines = names.reduce((sum, name) => sum + countLines(name, width, measure), 0)
    return (lines * nameLineHeight + (names.length - 1) * nameGap + padding) * size <= box.height
  }
  // In tenths, because a size that fits means that every smaller one fits.
  let fitting = smallestSize * 10
  let tooLarge = Math.floor(largest * 10) + 1
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2)
    if (fits(middle / 10)) fitting = middle
    else tooLarge = middle
  }
  return fitting / 10
}

/** The columns at which any of the names are largest in `cells` cells of the same size, and their size. */
export function fitGrid(names: readonly string[], cells: number, area: Box, measure: Measure, options: GridOptions) {
  const { gap, padding, high, wide, largest, shareOf } = options
  const grids = options.columns
    .filter((columns) => columns <= cells)
    .map((columns) => {
      const rows = Math.ceil(cells / columns)
      const box = {
        width: ((area.width - gap * (columns - 1)) / columns - padding) * wide,
        height: ((area.height - gap * (rows - 1)) / rows) * high,
      }
      const sizes = names.map((name) => fitNames([name], box, measure, largest) / shareOf(name))
      return { columns, rows, size: Math.min(largest, ...sizes) }
    })
  return grids.reduce((best, grid) => (grid.size > best.size ? grid : best))
}

/** `high`, `wide`: the name's parts of a cell. `shareOf`: the part of the common size at which a name may be set. */
type GridOptions = {
  columns: readonly number[]
  gap: number
  padding: number
  high: number
  wide: number
  largest: number
  shareOf: (name: string) => number
}
