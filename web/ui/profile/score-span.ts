export type ScoreSpan = { lo: number; hi: number; ticks: number[] }

const steps = [0.5, 1, 2, 5, 10, 20, 50]
const maxTicks = 6

export function spanOf(values: number[]): ScoreSpan {
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const step = steps.find((size) => Math.ceil(most / size) - Math.floor(least / size) < maxTicks) ?? 100
  const lo = Math.floor(least / step) * step
  const hi = Math.max(Math.ceil(most / step) * step, lo + step)
  const ticks = Array.from({ length: Math.round((hi - lo) / step) + 1 }, (_, n) => lo + n * step)
  return { lo, hi, ticks }
}

export function placeOn({ lo, hi }: ScoreSpan, value: number): string {
  return `${(3 + (94 * (value - lo)) / (hi - lo)).toFixed(2)}%`
}
