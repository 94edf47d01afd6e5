const tolerance = 1e-6

/** Whether two values say the same; another machine may compute a figure a little differently. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [a, b].map((value) => Object.entries(value).filter(([, field]) => field !== undefined))
  return (
    left!.length === right!.length &&
    left!.every(([name, field]) => isAlike(field, (b as Record<string, unknown>)[name]))
  )
}
