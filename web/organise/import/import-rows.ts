import { normaliseName } from '../../../api/rules/event/normalise-name.ts'
import { oneLine, splitList, tooLong, withoutEmails } from './cell-text.ts'
import { isFiller } from './import-attendance.ts'
import type { Kind } from './import-fields.ts'
import { fieldsOf } from './import-fields.ts'
import type { Layout } from './import-layout.ts'
import type { TableRow } from './table.ts'

export type Difference = { label: string; now: string; there: string }

/** `leave`: nothing to do. `refuse`: cannot be imported. `words` says why. */
export type Verdict<Body> =
  | { name: string; will: 'add'; body: Body; words: string }
  | { name: string; will: 'change'; id: string; to: Partial<Body>; differences: Difference[]; words: string }
  | { name: string; will: 'leave' | 'refuse'; words: string }

export type Reading<Body> = TableRow & { notes: string[] } & Verdict<Body>

export type Cells = {
  all: (id: string) => string[]
  text: (id: string) => string
  pairs: () => string[]
  /** The items of every column of a list. A numbered column ("Member 2") holds one item. */
  list: (id: string, kind: 'people' | 'organisations') => string[]
  textWithin: (label: string, text: string, most: number) => string
  note: (words: string) => void
}

const damaged = '\uFFFD'

function cellsOf(row: TableRow, { columns, headings }: Layout, note: (words: string) => void): Cells {
  const label = (n: number) => headings[n] || `column ${n + 1}`
  const cells = columns.map((column, n) => {
    const cell = row.cells[n] ?? ''
    if (column === '' || isFiller(cell)) return ''
    const text = withoutEmails(cell)
    if (text !== cell) note(`has an e-mail address in “${label(n)}”, which is left out`)
    if (text.includes(damaged)) note(`has a damaged character in “${label(n)}”, shown as ${damaged}`)
    return text.trim()
  })
  const at = (id: string) => columns.flatMap((column, n) => (column === id ? [n] : []))
  const all = (id: string) => at(id).flatMap((n) => cells[n] || [])
  return {
    all,
    text: (id) => oneLine(all(id).join(' ')),
    pairs() {
      const [first, last] = [at('first'), at('last')]
      return Array.from({ length: Math.max(first.length, last.length) }, (_, n) =>
        oneLine(`${cells[first[n] ?? -1] ?? ''} ${cells[last[n] ?? -1] ?? ''}`),
      ).filter(Boolean)
    },
    list: (id, kind) =>
      at(id).flatMap((n) => {
        const cell = cells[n] ?? ''
        return /\d$/.test(headings[n] ?? '') ? [oneLine(cell)].filter(Boolean) : splitList(cell, kind)
      }),
    textWithin(field, text, most) {
      if (!tooLong(text, most)) return text
      note(`has ${field} longer than ${most} characters, which is left out`)
      return ''
    },
    note,
  }
}

export function readRows<Body>(
  rows: TableRow[],
  layout: Layout,
  decide: (cells: Cells, row: TableRow) => Verdict<Body>,
): Reading<Body>[] {
  return rows.slice(layout.headed ? 1 : 0).map((row): Reading<Body> => {
    const notes = new Set<string>()
    const note = (words: string) => void notes.add(words)
    const [filled, expected] = [row.cells.length, layout.columns.length]
    if (filled > expected)
      note(
        `has ${filled} columns where ${expected} are expected: the last ${filled - expected === 1 ? 'one is' : `${filled - expected} are`} not used. A comma inside a text needs quotation marks around the text`,
      )
    const verdict = decide(cellsOf(row, layout, note), row)
    return { ...row, ...verdict, notes: [...notes] }
  })
}

/** The fields in which the file differs from what is stored. An empty field of the file changes nothing. */
export function differencesOf<Body extends object>(kind: Kind, stored: Body, imported: Partial<Body>) {
  const text = (value: unknown) => (Array.isArray(value) ? value.join('; ') : String(value ?? ''))
  const ids = (Object.keys(imported) as (keyof Body & string)[]).filter(
    (id) => text(imported[id]) !== '' && text(imported[id]).normalize('NFC') !== text(stored[id]),
  )
  const label = (id: string) => fieldsOf(kind).find((field) => field.id === id)?.label ?? id
  return {
    to: Object.fromEntries(ids.map((id) => [id, imported[id]])) as Partial<Body>,
    differences: ids.map((id) => ({ label: label(id), now: text(stored[id]), there: text(imported[id]) })),
  }
}

/**
 * Finds the earlier line of the file with the same names. Two rows with different identities are two; a row without one equals any.
 * `nth`: how many lines of these names precede it.
 */
export function createLineIndex() {
  const lines = new Map<string, { line: number; identity: string }[]>()
  return (line: number, identity: string, ...names: string[]): { earlierLine?: number; nth: number } => {
    const key = normaliseName(...names)
    const earlier = lines.get(key) ?? []
    const same = earlier.find((other) => !identity || !other.identity || other.identity === identity)
    if (same) return { earlierLine: same.line, nth: 0 }
    lines.set(key, [...earlier, { line, identity }])
    return { nth: earlier.length }
  }
}
