import { normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Reading } from './import-rows.ts'

const maxRows = 40
const maxCharacters = 40_000

/**
 * Splits the rows into calls. Rows of one name stay in one call: the server matches them in order, so two of one name stay two and a
 * repeated call adds nothing.
 */
export function callsOf<Body>(rows: Reading<Body>[]): Reading<Body>[][] {
  const byName = new Map<string, Reading<Body>[]>()
  for (const row of rows) {
    const name = normaliseName(row.name)
    byName.set(name, [...(byName.get(name) ?? []), row])
  }
  const calls: { rows: Reading<Body>[]; characters: number }[] = []
  for (const group of byName.values()) {
    const characters = group.reduce((sum, row) => sum + row.raw.length, 0)
    const last = calls.at(-1)
    if (last && last.rows.length + group.length <= maxRows && last.characters + characters <= maxCharacters) {
      last.rows.push(...group)
      last.characters += characters
    } else calls.push({ rows: [...group], characters })
  }
  return calls.map((call) => call.rows)
}

/** The row of a field that was refused: `/add/3/title`, `/change/0/to/link`. */
export function rowOf(
  pointer: string,
  adds: { line: number }[],
  changes: { line: number }[],
): { line: number } | undefined {
  const [, list, n] = /^\/(add|change)\/(\d+)\//.exec(pointer) ?? []
  return (list === 'add' ? adds : changes)[Number(n)]
}
