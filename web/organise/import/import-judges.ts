import { findSameJudge, normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Judge, JudgeBody } from '../../../api/schema/judge.ts'
import { differencesOf, type Layout, makeSeen, type Reading, readRows, tooLong, type Verdict } from './import-rows.ts'
import type { TableRow } from './table.ts'

type Known = Pick<Judge, 'id' | 'name' | 'role' | 'organisation' | 'status'>

/** What each row would do to the panel. */
export function readJudges(rows: TableRow[], layout: Layout, known: Known[]): Reading<JudgeBody>[] {
  const seen = makeSeen()
  /** Of this name and organisation, else the only one of this name where one side names no organisation. */
  function findJudge(name: string, organisation: string): Known | undefined {
    const same = findSameJudge(known, { name, organisation })
    if (same) return same
    const alike = known.filter((one) => normaliseName(one.name) === normaliseName(name))
    return alike.length === 1 && (!organisation || !alike[0]!.organisation) ? alike[0] : undefined
  }
  return readRows<JudgeBody>(rows, layout, (cells, { line }): Verdict<JudgeBody> => {
    const name = cells.one('name') || cells.pairs().join(' ')
    const [role, organisation] = [cells.one('role'), cells.one('organisation')]
    const refuse = (words: string): Verdict<JudgeBody> => ({ name, will: 'refuse', words })
    const leave = (words: string): Verdict<JudgeBody> => ({ name, will: 'leave', words })
    if (!name) return refuse('has no name')
    const [status, ticket] = [cells.one('status'), cells.one('ticket')]
    if (status && !/^(attending|checked[- ]?in)$/i.test(status)) return leave(`is not coming: marked “${status}”`)
    if (ticket && layout.tickets && !layout.tickets.includes(ticket)) return leave(`has the ticket “${ticket}”`)
    if (tooLong(name, 80)) return refuse('has a name longer than 80 characters')
    if (tooLong(role, 80)) return refuse('has a role longer than 80 characters')
    if (tooLong(organisation, 120)) return refuse('has an organisation longer than 120 characters')
    const before = seen(line, name, organisation)
    if (before !== undefined) return leave(`stands in line ${before} already`)

    const same = findJudge(name, organisation)
    if (!same)
      return {
        name,
        will: 'add',
        body: { name, role, organisation },
        words: [role, organisation].filter(Boolean).join(', '),
      }
    if (same.status === 'removed') return leave('was taken off the panel. Their row puts them back')
    if (same.status === 'waiting') return leave('waits to be let in')
    const { to, differences } = differencesOf<JudgeBody>('judges', same, { role, organisation })
    if (differences.length === 0) return leave('is on the panel already')
    return { name: same.name, will: 'change', id: same.id, to, differences, words: 'is on the panel, and differs here' }
  })
}

/** The kinds of ticket in a file, each with how many hold it; those whose name speaks of judging first chosen. */
export function ticketsOf(rows: TableRow[], { columns, headed }: Layout): { name: string; count: number }[] {
  const at = columns.indexOf('ticket')
  const counts = new Map<string, number>()
  if (at >= 0)
    for (const { cells } of rows.slice(headed ? 1 : 0))
      if (cells[at]) counts.set(cells[at], (counts.get(cells[at]) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}

/** Those whose name speaks of judging; where none does, all. */
export function likelyTickets(names: string[]): string[] {
  const judging = names.filter((name) => /judg|panel|jury/i.test(name))
  return judging.length > 0 ? judging : names
}
