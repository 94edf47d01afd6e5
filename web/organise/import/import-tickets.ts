import type { TableRow } from './table.ts'

export function ticketsOf(
  rows: TableRow[],
  { columns, headed }: { columns: string[]; headed: boolean },
): { name: string; count: number }[] {
  const at = columns.indexOf('ticket')
  const counts = new Map<string, number>()
  if (at >= 0)
    for (const { cells } of rows.slice(headed ? 1 : 0))
      if (cells[at]) counts.set(cells[at], (counts.get(cells[at]) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}

export function likelyTickets(names: string[]): string[] {
  const judging = names.filter((name) => /judg|panel|jury/i.test(name))
  return judging.length > 0 ? judging : names
}
