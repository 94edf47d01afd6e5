import { findSameEntry, normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Entry, ImportedEntryBody } from '../../../api/schema/entry.ts'
import { shorten, tooLong } from './cell-text.ts'
import { isTotal, uncountedEntryStatus } from './import-attendance.ts'
import { type KnownChallenge, namesOfChallenges, readChallenges } from './import-challenges.ts'
import { identityOfProject } from './import-identity.ts'
import type { Layout } from './import-layout.ts'
import { type Cells, createLineIndex, differencesOf, type Reading, readRows, type Verdict } from './import-rows.ts'
import { pitchOf } from './pitch.ts'
import type { TableRow } from './table.ts'

type Stored = Pick<Entry, 'id' | 'team' | 'title' | 'summary' | 'organisations' | 'members' | 'link' | 'table'>

function linkOf(text: string): string | undefined {
  const link = /^[a-z]+:/i.test(text) ? text : `https://${text}`
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(link) && URL.canParse(link) && !tooLong(link, 500) ? link : undefined
}

export function readTeams(
  rows: TableRow[],
  layout: Layout,
  stored: Stored[],
  challenges: readonly KnownChallenge[] = [],
): Reading<ImportedEntryBody>[] {
  const findLine = createLineIndex()
  const prizesByLine = readPrizes(rows, layout)
  const rowsPerTeam = new Map<string, number>()
  readRows(rows, layout, (cells) => {
    const team = normaliseName(cells.text('team') || cells.text('title'))
    rowsPerTeam.set(team, (rowsPerTeam.get(team) ?? 0) + 1)
    return { name: '', will: 'leave', words: '' }
  })

  /** The nth entry of this team and title; else the only one of this team, or of this title where no team is named. */
  function findEntry(team: string, title: string, nth: number): Stored | undefined {
    const same = stored.filter((entry) => findSameEntry([entry], { team: team || title, title: title || team }))
    if (nth > 0 || same.length > 0) return same[nth]
    const alike = stored.filter((entry) =>
      team ? normaliseName(entry.team) === normaliseName(team) : normaliseName(entry.title) === normaliseName(title),
    )
    return alike.length === 1 && rowsPerTeam.get(normaliseName(team || title)) === 1 ? alike[0] : undefined
  }

  return readRows<ImportedEntryBody>(rows, layout, (cells, row): Verdict<ImportedEntryBody> => {
    const [team, title] = readNames(cells)
    const name = team || title
    const leave = (words: string): Verdict<ImportedEntryBody> => ({ name, will: 'leave', words })
    const status = uncountedEntryStatus({ statuses: cells.all('status'), removed: cells.all('removed') })
    if (status) return leave(`is marked “${status}”`)
    if (!name) return { name, will: 'refuse', words: 'has no team name' }
    if (isTotal(name)) return leave('looks like a total, not a team')
    const { earlierLine, nth } = findLine(row.line, identityOfProject(row, layout), name, title || team)
    if (earlierLine !== undefined) return leave(`is already in line ${earlierLine}`)
    const fields = readFields(cells)
    const { challengeIds, unknown } = readChallenges(prizesByLine.get(row.line) ?? [], challenges)
    if (challenges.length > 0)
      for (const prize of unknown)
        cells.note(`names the prize “${prize}”, which is not a challenge of this event and is left out`)
    const same = findEntry(team, title, nth)
    const challengeNames = namesOfChallenges(challengeIds, challenges)
    if (!same) return addition(team, title, fields, challengeNames, challengeIds)
    const before = challenges.filter(({ entryIds }) => entryIds.includes(same.id)).map(({ id }) => id)
    // A challenge that the team chose by itself stays.
    const after = [...before, ...challengeIds.filter((id) => !before.includes(id))]
    const { to, differences } = differencesOf<ImportedEntryBody>('teams', same, {
      ...(team && { team }),
      ...(title && { title }),
      ...fields,
    })
    if (after.length > before.length) {
      to.challengeIds = after
      const [now, there] = [before, after].map((ids) => namesOfChallenges(ids, challenges).join('; '))
      differences.push({ label: 'Challenges', now: now!, there: there! })
    }
    if (differences.length === 0) return leave('is in the line-up already, just like this')
    return {
      name: same.team,
      will: 'change',
      id: same.id,
      to,
      differences,
      words: 'is in the line-up, and differs here',
    }
  })
}

/** The cells of prizes by the first line of each project: Devpost may write one row for each prize of a project. */
function readPrizes(rows: TableRow[], layout: Layout): Map<number, string[]> {
  const findLine = createLineIndex()
  const prizes = new Map<number, string[]>()
  readRows(rows, layout, (cells, row) => {
    const [team, title] = [cells.text('team'), cells.text('title')]
    const { earlierLine } = findLine(row.line, identityOfProject(row, layout), team || title, title || team)
    const line = earlierLine ?? row.line
    prizes.set(line, [...(prizes.get(line) ?? []), ...cells.all('challenges')])
    return { name: '', will: 'leave', words: '' }
  })
  return prizes
}

function readNames(cells: Cells): [team: string, title: string] {
  const [team, title] = [cells.text('team'), cells.text('title')]
  if (team) return [shorten(team, 120, cells.note), cells.textWithin('a title', title, 120)]
  return ['', shorten(title, 120, cells.note)]
}

function readFields(cells: Cells) {
  const organisations = readList(cells, cells.list('organisations', 'organisations'), 'organisations', 12)
  const members = readList(cells, [...cells.pairs(), ...cells.list('members', 'people')], 'members', 30)
  const linkText = cells.text('link')
  const link = linkText ? linkOf(linkText) : ''
  if (link === undefined) cells.note(`has “${linkText}” as its web address, which is not one and is left out`)
  return {
    organisations,
    members,
    summary: pitchOf(cells.all('summary').join('\n')),
    link: link ?? '',
    table: cells.textWithin('a table', cells.text('table'), 8),
  }
}

function readList(cells: Cells, items: string[], label: string, most: number): string[] {
  const fitting = items.map((item) => cells.textWithin(`one of the ${label}`, item, 120)).filter(Boolean)
  const all = [...new Set(fitting)]
  if (all.length > most) cells.note(`has ${all.length} ${label}: only the first ${most} are used`)
  return all.slice(0, most)
}

const quoted = (label: string, items: string[]) => (items.length > 0 ? `${label}: “${items.join('”, “')}”` : '')

function addition(
  team: string,
  title: string,
  fields: ReturnType<typeof readFields>,
  challengeNames: string[],
  challengeIds: string[],
): Verdict<ImportedEntryBody> {
  const words = [
    team ? title : '',
    fields.summary,
    fields.table && `table ${fields.table}`,
    quoted('members', fields.members),
    quoted('from', fields.organisations),
    quoted('challenges', challengeNames),
    team && !title ? 'no title, so it takes the name of the team' : '',
  ]
  return {
    name: team || title,
    will: 'add',
    body: { team: team || title, title: title || team, ...fields, ...(challengeIds.length > 0 && { challengeIds }) },
    words: words.filter(Boolean).join(' · '),
  }
}
