import type { Reading } from './import-rows.ts'

/** A call's worth: small enough for the server and for a poor line. */
const mostRows = 40
const mostLetters = 40_000

/** The rows in as many calls as they need. */
export function callsOf<Body>(rows: Reading<Body>[]): Reading<Body>[][] {
  const calls: Reading<Body>[][] = []
  let letters = 0
  for (const row of rows) {
    const last = calls.at(-1)
    if (last && last.length < mostRows && letters + row.raw.length < mostLetters) last.push(row)
    else {
      calls.push([row])
      letters = 0
    }
    letters += row.raw.length
  }
  return calls
}

/** Which row a wrong field belongs to: `/add/3/title`, `/change/0/to/link`. */
export function rowOf(
  pointer: string,
  adds: { line: number }[],
  changes: { line: number }[],
): { line: number } | undefined {
  const [, list, n] = /^\/(add|change)\/(\d+)\//.exec(pointer) ?? []
  return (list === 'add' ? adds : changes)[Number(n)]
}
