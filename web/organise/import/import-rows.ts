import { normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Kind } from './import-fields.ts'
import { fieldsOf } from './import-fields.ts'
import type { TableRow } from './table.ts'

/** One field of somebody who is here already, and what the file says instead. */
export type Difference = { label: string; now: string; there: string }

/** What will become of a row. `leave` has nothing to do; `refuse` cannot be taken; both say why. */
export type Reading<Body> = TableRow & { name: string } & (
    | { will: 'add'; body: Body; words: string }
    | { will: 'change'; id: string; to: Partial<Body>; differences: Difference[]; words: string }
    | { will: 'leave' | 'refuse'; words: string }
  )

export type Verdict<Body> =
  | { name: string; will: 'add'; body: Body; words: string }
  | { name: string; will: 'change'; id: string; to: Partial<Body>; differences: Difference[]; words: string }
  | { name: string; will: 'leave' | 'refuse'; words: string }

/** How a text is laid out: the field of each column ('' is left out), and whether the first row names them. */
export type Layout = { columns: string[]; headed: boolean; tickets?: string[] }

/** What a row says about each field, in the order of the columns; empty cells say nothing. */
export type Cells = { all: (id: string) => string[]; pairs: () => string[]; one: (id: string) => string }

export const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Several in one cell: one a line, or with semicolons between. */
export const listed = (cells: string[]) => cells.flatMap((cell) => cell.split(/[\n;]/).map(oneLine)).filter(Boolean)

/** A name in a sentence about it: its beginning is enough. */
export const brief = (name: string) => ([...name].length > 60 ? `${[...name].slice(0, 59).join('')}…` : name)

export const tooLong = (text: string, most: number) => [...text].length > most

// Nobody's address is asked for anywhere, so none is taken, whatever column it stands in.
const withoutAddresses = (cell: string) =>
  cell
    .split('\n')
    .map((line) => line.replace(/<?\S+@\S+\.\S+/gu, '').trim())
    .filter(Boolean)
    .join('\n')

function cellsOf({ cells: given }: TableRow, columns: string[]): Cells {
  const cells = given.map(withoutAddresses)
  const at = (id: string) => columns.flatMap((column, n) => (column === id ? [n] : []))
  const all = (id: string) => at(id).flatMap((n) => cells[n] || [])
  return {
    all,
    one: (id) => oneLine(all(id).join(' ')),
    // First names and surnames stand in columns of their own, beside each other.
    pairs() {
      const [first, last] = [at('first'), at('last')]
      return Array.from({ length: Math.max(first.length, last.length) }, (_, n) =>
        oneLine(`${cells[first[n] ?? -1] ?? ''} ${cells[last[n] ?? -1] ?? ''}`),
      ).filter(Boolean)
    },
  }
}

/** Reads each row by its columns; `judge` says what becomes of it. */
export function readRows<Body>(
  rows: TableRow[],
  { columns, headed }: Layout,
  judge: (cells: Cells, row: TableRow) => Verdict<Body>,
): Reading<Body>[] {
  return rows.slice(headed ? 1 : 0).map((row): Reading<Body> => {
    if (row.cells.length > columns.length) {
      const words = `has ${row.cells.length} columns where ${columns.length} are expected. A comma inside a text needs quotation marks around the text`
      return { ...row, name: oneLine(row.cells.find(Boolean) ?? ''), will: 'refuse', words }
    }
    return { ...row, ...judge(cellsOf(row, columns), row) }
  })
}

/** What the file says otherwise than is kept, field by field. What it says nothing about stays. */
export function differencesOf<Body extends object>(kind: Kind, known: Body, given: Partial<Body>) {
  const text = (value: unknown) => (Array.isArray(value) ? value.join('; ') : String(value ?? ''))
  const ids = (Object.keys(given) as (keyof Body & string)[]).filter(
    (id) => text(given[id]) !== '' && text(given[id]).normalize('NFC') !== text(known[id]),
  )
  const label = (id: string) => fieldsOf(kind).find((field) => field.id === id)?.label ?? id
  return {
    to: Object.fromEntries(ids.map((id) => [id, given[id]])) as Partial<Body>,
    differences: ids.map((id) => ({ label: label(id), now: text(known[id]), there: text(given[id]) })),
  }
}

/** Says of a row that an earlier one of the same file said it already. */
export function makeSeen() {
  const lines = new Map<string, number>()
  return (line: number, ...words: string[]): number | undefined => {
    const key = normaliseName(...words)
    const before = lines.get(key)
    if (before === undefined) lines.set(key, line)
    return before
  }
}
