import { areHeadings, fieldsOf, guessColumns, type Kind, plainOrder } from './import-fields.ts'
import { likelyTickets, ticketsOf } from './import-tickets.ts'
import type { TableRow } from './table.ts'

/** `columns`: the field of each column, '' for none. `headed`: the first row holds the headings. */
export type Layout = { headings: string[]; columns: string[]; headed: boolean; tickets?: string[] }

const continued = /^(\.{3}|…)$/
const numberIn = (heading: string) => /\d+/.exec(heading)?.[0]

/**
 * Devpost ends its headings with "..." and writes rows as long as the team: the last numbered columns repeat with the next numbers.
 * Without a number in them, only the last heading repeats.
 */
export function continueHeadings(headings: string[], width: number): string[] {
  if (!continued.test(headings.at(-1) ?? '')) return headings
  const named = headings.slice(0, -1)
  const number = numberIn(named.at(-1) ?? '')
  const start =
    number === undefined ? named.length - 1 : named.findLastIndex((heading) => numberIn(heading) !== number) + 1
  const group = named.slice(start)
  const all = [...named]
  for (let round = 1; group.length > 0 && all.length < width; round += 1)
    all.push(...group.map((heading) => heading.replace(/\d+/, (digits) => String(Number(digits) + round))))
  return all
}

export const widestRow = (rows: TableRow[]) => Math.max(0, ...rows.map((row) => row.cells.length))

export function guessLayout(rows: TableRow[], kind: Kind, headed?: boolean): Layout {
  const [first = []] = rows.map((row) => row.cells)
  const isHeaded = headed ?? areHeadings(first, kind)
  const plain = plainOrder[kind]
  const headings = isHeaded ? continueHeadings(first, widestRow(rows)) : []
  const columns = isHeaded
    ? guessColumns(headings, fieldsOf(kind))
    : Array.from({ length: Math.max(first.length, plain.length) }, (_, n) => plain[n] ?? '')
  return withLikelyTickets(rows, { headings, columns, headed: isHeaded })
}

export function withLikelyTickets(rows: TableRow[], layout: Layout): Layout {
  return { ...layout, tickets: likelyTickets(ticketsOf(rows, layout).map((ticket) => ticket.name)) }
}

export function unusedHeadings(
  rows: TableRow[],
  { headings, columns, headed }: Layout,
  unusedFields: string[] = [],
): string[] {
  const body = rows.slice(headed ? 1 : 0)
  const unused = columns.flatMap((column, n) =>
    (column === '' || unusedFields.includes(column)) && body.some((row) => row.cells[n]) ? [n] : [],
  )
  return [...new Set(unused.map((n) => headings[n] || `Column ${n + 1}`))]
}
