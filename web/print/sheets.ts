export const pageWidth = 186
/** Slightly less than available, for printers that round up. */
export const pageHeight = 271

export function packPages(heights: readonly number[], room: number): number[][] {
  const pages: number[][] = []
  let remaining = 0
  for (const [n, height] of heights.entries()) {
    if (height > remaining || pages.length === 0) {
      pages.push([])
      remaining = room
    }
    pages.at(-1)!.push(n)
    remaining -= height
  }
  return pages
}

export function chunk<T>(items: readonly T[], perPage: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / perPage) }, (_, n) =>
    items.slice(n * perPage, (n + 1) * perPage),
  )
}

export function fitStep(words: string, ...most: number[]): number {
  const length = [...words].length
  const at = most.findIndex((limit) => length <= limit)
  return at < 0 ? most.length + 1 : at + 1
}
