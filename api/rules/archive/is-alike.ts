const tolerance = 1e-6

/** Numbers may differ by a rounding error, since another machine computes them. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [a, b].map((value) => Object.entries(value).filter(([, field]) => field !== undefined))
  return (
    left!.length === right!.length &&
    left!.every(([name, field]) => isAlike(field, (b as Record<string, unknown>)[name]))
  )
}
