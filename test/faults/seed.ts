import { onTestFailed } from 'vitest'

/** Random; printed when the test fails. SEED=… repeats a run. */
export function seedOfThisTest(): number {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
  onTestFailed(() => void process.stderr.write(`The same again: SEED=${seed}\n`))
  return seed
}

export const long = process.env.FAULTS === 'long'

/** False in `npm test`, which tries a few of many like cases. */
export const everyCase = long || process.env.RANDOM_RUNS === 'more'

/** The number of random runs in `npm test`, in `npm run test:all` and in `npm run faults`. */
export function amount(few: number, more: number, most: number): number {
  if (long) return most
  return everyCase ? more : few
}

export function figure(what: string, numbers: object): void {
  if (long || process.env.FIGURES) process.stdout.write(`${JSON.stringify({ fault: what, ...numbers })}\n`)
}
