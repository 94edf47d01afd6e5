import { onTestFailed } from 'vitest'

/** Another one each time; said when the test fails, and SEED=… plays the same again. */
export function seedOfThisTest(): number {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
  onTestFailed(() => void process.stderr.write(`The same again: SEED=${seed}\n`))
  return seed
}

/** `npm run faults` plays everything longer. */
export const long = process.env.FAULTS === 'long'

export function figure(what: string, numbers: object): void {
  if (long || process.env.FIGURES) process.stdout.write(`${JSON.stringify({ fault: what, ...numbers })}\n`)
}
