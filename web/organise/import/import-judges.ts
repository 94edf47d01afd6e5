import { findSameJudge, normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Judge, JudgeBody } from '../../../api/schema/judge.ts'
import { shorten } from './cell-text.ts'
import { isFiller, isTotal, uncountedPersonStatus } from './import-attendance.ts'
import { sourceOf } from './import-fields.ts'
import { identityOfPerson } from './import-identity.ts'
import type { Layout } from './import-layout.ts'
import { type Cells, createLineIndex, differencesOf, type Reading, readRows, type Verdict } from './import-rows.ts'
import type { TableRow } from './table.ts'

type Stored = Pick<Judge, 'id' | 'name' | 'role' | 'organisation' | 'status'>

export function readJudges(rows: TableRow[], layout: Layout, stored: Stored[]): Reading<JudgeBody>[] {
  const findLine = createLineIndex()
  const isEventbrite = sourceOf(layout.headings)?.kind === 'judges'

  /** The nth of this name and organisation; else the only one of this name, if either side names no organisation. */
  function findJudge(name: string, organisation: string, nth: number): Stored | undefined {
    const same = stored.filter((judge) => findSameJudge([judge], { name, organisation }))
    if (nth > 0 || same.length > 0) return same[nth]
    const ofName = stored.filter((judge) => normaliseName(judge.name) === normaliseName(name))
    return ofName.length === 1 && (!organisation || !ofName[0]!.organisation) ? ofName[0] : undefined
  }

  return readRows<JudgeBody>(rows, layout, (cells, row): Verdict<JudgeBody> => {
    const { name, absence } = nameOf(cells, row, layout)
    const leave = (words: string): Verdict<JudgeBody> => ({ name, will: 'leave', words })
    const status = uncountedPersonStatus({ statuses: cells.all('status'), removed: cells.all('removed') }, isEventbrite)
    if (status) return leave(`is not coming: marked “${status}”`)
    if (absence) return absence
    const ticket = cells.text('ticket')
    if (ticket && layout.tickets && !layout.tickets.includes(ticket)) return leave(`has the ticket “${ticket}”`)
    const role = cells.textWithin('a role', cells.text('role'), 80)
    const organisation = cells.textWithin('an organisation', cells.text('organisation'), 120)
    const { earlierLine, nth } = findLine(row.line, identityOfPerson(row, layout), name, organisation)
    if (earlierLine !== undefined) return leave(`is already in line ${earlierLine}`)

    const same = findJudge(name, organisation, nth)
    if (!same) {
      const words = [role, organisation].filter(Boolean).join(', ')
      return { name, will: 'add', body: { name, role, organisation }, words }
    }
    if (same.status === 'removed') return leave('was taken off the panel. You can put them back under Judges')
    if (same.status === 'waiting') return leave('is waiting to be let in')
    const { to, differences } = differencesOf<JudgeBody>('judges', same, { role, organisation })
    if (differences.length === 0) return leave('is on the panel already')
    return { name: same.name, will: 'change', id: same.id, to, differences, words: 'is on the panel, and differs here' }
  })
}

function nameOf(cells: Cells, row: TableRow, { columns }: Layout): { name: string; absence?: Verdict<JudgeBody> } {
  const name = cells.text('name') || cells.pairs().join(' ')
  if (isTotal(name)) return { name, absence: { name, will: 'leave', words: 'looks like a total, not a person' } }
  if (name) return { name: shorten(name, 80, (words) => cells.note(words)) }
  const filler = row.cells.find((cell, n) => ['name', 'first', 'last'].includes(columns[n] ?? '') && isFiller(cell))
  const absence: Verdict<JudgeBody> = filler
    ? { name: filler, will: 'leave', words: 'is a placeholder, not a name' }
    : { name, will: 'refuse', words: 'has no name' }
  return { name: filler ?? '', absence }
}
