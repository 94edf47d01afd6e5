import { findSameEntry, normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Entry, EntryBody } from '../../../api/schema/entry.ts'
import {
  type Cells,
  differencesOf,
  type Layout,
  listed,
  makeSeen,
  oneLine,
  type Reading,
  readRows,
  tooLong,
  type Verdict,
} from './import-rows.ts'
import type { TableRow } from './table.ts'

type Known = Pick<Entry, 'id' | 'team' | 'title' | 'summary' | 'organisations' | 'members' | 'link'>

const pitchLength = 240

/** The first paragraph of a longer text, without the marks of its layout and no longer than a pitch may be. */
export function pitchOf(text: string): string {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^(#{1,6}\s|!\[|[-=*_]{3,}$)/.test(line))
  const plain = oneLine(
    (paragraphs[0] ?? '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, ''),
  )
  if (!tooLong(plain, pitchLength)) return plain
  const cut = [...plain].slice(0, pitchLength - 1).join('')
  const sentence = /^.*[.!?](?=\s)/u.exec(cut)?.[0]
  return sentence && sentence.length > 60 ? sentence : `${cut.replace(/\s+\S*$/u, '')}…`
}

/** A web address as it may be followed; undefined for what is none. */
function linkOf(text: string): string | undefined {
  const link = /^[a-z]+:/i.test(text) ? text : `https://${text}`
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(link) && URL.canParse(link) ? link : undefined
}

/** What each row would do to the line-up. */
export function readTeams(rows: TableRow[], layout: Layout, known: Known[]): Reading<EntryBody>[] {
  const seen = makeSeen()
  const teamsInFile = new Map<string, number>()
  readRows(rows, layout, (cells) => {
    const team = normaliseName(cells.one('team') || cells.one('title'))
    teamsInFile.set(team, (teamsInFile.get(team) ?? 0) + 1)
    return { name: '', will: 'leave', words: '' }
  })
  /** The entry that a row speaks of: of this team and title, else the only one of this team, or of this title where no team is named. */
  function findEntry(team: string, title: string): Known | undefined {
    const same = findSameEntry(known, { team: team || title, title: title || team })
    if (same) return same
    const alike = known.filter((one) =>
      team ? normaliseName(one.team) === normaliseName(team) : normaliseName(one.title) === normaliseName(title),
    )
    return alike.length === 1 && teamsInFile.get(normaliseName(team || title)) === 1 ? alike[0] : undefined
  }
  return readRows<EntryBody>(rows, layout, (cells, { line }) => judgeTeam(cells, line, seen, findEntry))
}

function judgeTeam(
  cells: Cells,
  line: number,
  seen: ReturnType<typeof makeSeen>,
  findEntry: (team: string, title: string) => Known | undefined,
): Verdict<EntryBody> {
  const [team, title] = [cells.one('team'), cells.one('title')]
  const name = team || title
  const refuse = (words: string): Verdict<EntryBody> => ({ name, will: 'refuse', words })
  const leave = (words: string): Verdict<EntryBody> => ({ name, will: 'leave', words })
  if (!name) return refuse('has no name of a team')
  const status = cells.one('status')
  if (status && !/^submitted(?!.*hidden)/i.test(status)) return leave(`is marked “${status}”`)
  const [organisations, members] = [
    listed(cells.all('organisations')),
    [...new Set([...cells.pairs(), ...listed(cells.all('members'))])],
  ]
  if (tooLong(team, 120)) return refuse('has a name longer than 120 characters')
  if (tooLong(title, 120)) return refuse('has a title longer than 120 characters')
  if (organisations.length > 12) return refuse(`names ${organisations.length} organisations where 12 is the most`)
  if (members.length > 30) return refuse(`names ${members.length} members where 30 is the most`)
  if ([...organisations, ...members].some((one) => tooLong(one, 120)))
    return refuse('names a member or an organisation in more than 120 characters')
  const pitch = cells.all('summary').join('\n')
  const summary = pitchOf(pitch)
  const written = cells.one('link')
  const link = written ? linkOf(written) : ''
  const before = seen(line, name, title || team)
  if (before !== undefined) return leave(`stands in line ${before} already`)

  const said = { organisations, members, summary, link: link ?? '' }
  const same = findEntry(team, title)
  if (same) {
    const { to, differences } = differencesOf<EntryBody>('teams', same, {
      ...(team && { team }),
      ...(title && { title }),
      ...said,
    })
    if (differences.length === 0) return leave('is in the line-up already, just like this')
    return {
      name: same.team,
      will: 'change',
      id: same.id,
      to,
      differences,
      words: 'is in the line-up, and differs here',
    }
  }
  const notes = [
    team ? title : '',
    summary,
    members.length > 0 ? `${members.length} ${members.length === 1 ? 'member' : 'members'}` : '',
    team && !title ? 'no title, so it takes the name of the team' : '',
    link === undefined ? `“${written}” is no web address and is left out` : '',
  ]
  return {
    name,
    will: 'add',
    body: { team: name, title: title || team, ...said },
    words: notes.filter(Boolean).join(' · '),
  }
}
