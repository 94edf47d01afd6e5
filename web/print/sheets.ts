/** A page of A4, less its margins, in millimetres. */
export const pageWide = 186
/** A little less than there is, for a printer that rounds up. */
export const pageHigh = 271

/** Which pieces stand on which page: of these heights, one under the other. One higher than a page has a page to itself. */
export function packed(heights: readonly number[], room: number): number[][] {
  const pages: number[][] = []
  let left = 0
  for (const [n, height] of heights.entries()) {
    if (height > left || pages.length === 0) {
      pages.push([])
      left = room
    }
    pages.at(-1)!.push(n)
    left -= height
  }
  return pages
}

/** A few at a time, in order. */
export function inPages<T>(items: readonly T[], perPage: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / perPage) }, (_, n) =>
    items.slice(n * perPage, (n + 1) * perPage),
  )
}

/** The longer the words, the smaller they are set, so that they keep to their place: `fit-1` is the largest. */
export function fitClass(words: string, ...most: number[]): string {
  const length = [...words].length
  const at = most.findIndex((limit) => length <= limit)
  return `fit-${at < 0 ? most.length + 1 : at + 1}`
}
