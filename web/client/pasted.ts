import type { EntryBody } from '../../api/schema/entry.ts'
import type { JudgeBody } from '../../api/schema/judge.ts'
import { type PastedRow, readTable } from './pasted-table.ts'

/** What will become of a pasted row: added, already there (or its headings) and left alone, or not to be taken, and why. */
export type Reading<Body> = PastedRow & { name: string } & (
    | { will: 'add'; body: Body; words: string }
    | { will: 'leave'; words: string }
    | { will: 'refuse'; words: string }
  )

type Column = { field: string; label?: string; max: number; headings: RegExp }

const entryColumns: Column[] = [
  { field: 'team', max: 120, headings: /^(team|group)( ?name)?$/i },
  { field: 'title', max: 120, headings: /^(title|project|entry|idea)( ?(name|title))?$/i },
  { field: 'summary', label: 'pitch', max: 240, headings: /^(pitch|summary|description|about)$/i },
  { field: 'organisations', max: 600, headings: /^(organi[sz]ations?|councils?|from)$/i },
  { field: 'members', max: 1200, headings: /^(members?|people)$/i },
  { field: 'link', max: 500, headings: /^(link|url|web(site| address)?)$/i },
]
const judgeColumns: Column[] = [
  { field: 'name', max: 80, headings: /^(full )?name$|^judge$/i },
  { field: 'role', max: 80, headings: /^(role|job( title)?|position)$/i },
  { field: 'organisation', max: 120, headings: /^(organi[sz]ation|council|from)$/i },
]

const key = (...words: string[]) => words.join('\n').toLowerCase()
const list = (cell: string) =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)

/** "team, title, pitch, organisation[, members, link]" a row, or in any order under headings. */
export function readEntries(text: string, known: { team: string; title: string }[]): Reading<EntryBody>[] {
  const taken = new Set(known.map((entry) => key(entry.team, entry.title)))
  return readRows<EntryBody>(text, entryColumns, (cell) => {
    const { team = '', summary = '', link = '' } = cell
    const title = cell.title || team
    if (!team) return { will: 'refuse', words: 'has no name of a team' }
    if (link && !/^https?:\/\/\S+$/i.test(link))
      return { will: 'refuse', words: 'has a link without https:// in front' }
    if (taken.has(key(team, title))) return { will: 'leave', words: 'is in the line-up already' }
    taken.add(key(team, title))
    const [organisations, members] = [list(cell.organisations ?? ''), list(cell.members ?? '')]
    const body = { team, title, summary, organisations, members, link }
    return { will: 'add', body, words: cell.title ? title : 'no title: takes the name of the team' }
  })
}

/** "name, role, organisation" a row, or in any order under headings. */
export function readJudges(text: string, known: { name: string; organisation: string }[]): Reading<JudgeBody>[] {
  const taken = new Set(known.map((judge) => key(judge.name, judge.organisation)))
  return readRows<JudgeBody>(text, judgeColumns, ({ name = '', role = '', organisation = '' }) => {
    if (!name) return { will: 'refuse', words: 'has no name' }
    if (taken.has(key(name, organisation))) return { will: 'leave', words: 'is here already' }
    taken.add(key(name, organisation))
    return { will: 'add', body: { name, role, organisation }, words: [role, organisation].filter(Boolean).join(', ') }
  })
}

type Verdict<Body> = { will: 'add'; body: Body; words: string } | { will: 'leave' | 'refuse'; words: string }

function readRows<Body>(
  text: string,
  columns: Column[],
  judge: (cells: Partial<Record<string, string>>) => Verdict<Body>,
): Reading<Body>[] {
  const rows = readTable(text)
  const headed = rows[0] && headingsOf(rows[0].cells, columns)
  return rows.map((row, n): Reading<Body> => {
    const name = row.cells.find(Boolean) ?? ''
    if (n === 0 && headed) return { ...row, name, will: 'leave', words: 'names the columns' }
    const order = headed ?? columns
    if (row.cells.length > order.length) {
      const most = order.length
      const words = `has ${row.cells.length} columns where at most ${most} are expected. A comma inside a text needs quotation marks around the text`
      return { ...row, name, will: 'refuse', words }
    }
    const cells: Partial<Record<string, string>> = {}
    for (const [at, cell] of row.cells.entries()) {
      const column = order[at]
      if (!column) continue
      if ([...cell].length > column.max) {
        const words = `is too long in “${column.label ?? column.field}”: at most ${column.max} characters`
        return { ...row, name, will: 'refuse', words }
      }
      cells[column.field] = cell
    }
    return { ...row, name, ...judge(cells) }
  })
}

/** The columns in the order of the headings, where the first row is one of headings (unknown ones are passed over). */
function headingsOf(cells: string[], columns: Column[]): (Column | undefined)[] | undefined {
  const found = cells.map((cell) => columns.find((column) => column.headings.test(cell)))
  const known = found.filter(Boolean).length
  const first = found.includes(columns[0])
  return first && (known >= 2 || cells.length === 1) ? found : undefined
}
