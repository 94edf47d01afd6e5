import { onTestFailed } from 'vitest'

/** Another one each time; said when the test fails, and SEED=… plays the same again. */
export function seedOfThisTest(): number {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
  onTestFailed(() => void process.stderr.write(`The same again: SEED=${seed}\n`))
  return seed
}

/** `npm run faults` plays everything longer. */
export const long = process.env.FAULTS === 'long'

/** How many random runs a test makes in `npm test`, in `npm run test:all` and in `npm run faults`. */
export function amount(few: number, more: number, most: number): number {
  if (long) return most
  return process.env.RANDOM_RUNS === 'more' ? more : few
}

export function figure(what: string, numbers: object): void {
  if (long || process.env.FIGURES) process.stdout.write(`${JSON.stringify({ fault: what, ...numbers })}\n`)
}
