import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryBody } from '../../../api/schema/entry.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { splitList, withoutEmails } from '../../../web/organise/import/cell-text.ts'
import { callsOf } from '../../../web/organise/import/import-calls.ts'
import { readJudges } from '../../../web/organise/import/import-judges.ts'
import { continueHeadings, guessLayout, unusedHeadings } from '../../../web/organise/import/import-layout.ts'
import { readTeams } from '../../../web/organise/import/import-teams.ts'
import { pitchOf } from '../../../web/organise/import/pitch.ts'
import { readTable } from '../../../web/organise/import/table.ts'
import { decodeTable } from '../../../web/organise/import/table-file.ts'

const tableOf = (file: string) => readTable(decodeTable(readFileSync(new URL(`inputs/${file}`, import.meta.url))))

function readTeamFile(file: string) {
  const rows = tableOf(file)
  const layout = guessLayout(rows, 'teams')
  return { readings: readTeams(rows, layout, []), unused: unusedHeadings(rows, layout) }
}
const bodies = (readings: { will: string; body?: EntryBody }[]) =>
  readings.flatMap((row) => (row.will === 'add' && row.body ? [row.body] : []))

function judges(text: string, stored: Judge[] = []) {
  const rows = readTable(text)
  return readJudges(rows, guessLayout(rows, 'judges'), stored)
}

describe('Devpost’s export', () => {
  it('reads every visible team with all its members, and leaves out hidden projects and drafts with the reason', () => {
    const { readings } = readTeamFile('devpost-export.csv')
    expect(bodies(readings).map((team) => [team.title, team.members, team.summary])).toEqual([
      ['Alone', ['Ada Lead1'], 'One person made this.'],
      ['Pair', ['Ada Lead2', 'Ben Second'], 'Two people made this.'],
      ['Trio', ['Ada Lead3', 'Cat Second', 'Dan Third'], 'Three people made this.'],
      ['Quartet', ['Ada Lead4', 'Eve Second', 'Fay', 'Gus Fourth'], 'Four people made this.'],
    ])
    expect(readings.slice(4).map((row) => [row.name, row.will, row.words])).toEqual([
      ['Hidden one', 'leave', 'is marked “Submitted (Hidden)”'],
      ['Untitled', 'leave', 'is marked “Draft”'],
    ])
    expect(readings.flatMap((row) => row.notes)).toEqual([])
  })

  it('has two projects of one title where their pages differ, and one where they are the same', () => {
    const rows = readTable(
      [
        'Project Title,Submission Url,Project Status',
        'Bins,https://a.org/1,Submitted (Gallery/Visible)',
        'Bins,https://a.org/2,Submitted (Gallery/Visible)',
        'Bins,https://a.org/1,Submitted (Gallery/Visible)',
      ].join('\n'),
    )
    const layout = guessLayout(rows, 'teams')
    const first = readTeams(rows, layout, [])
    expect(first.map((row) => row.will)).toEqual(['add', 'add', 'leave'])
    const stored = bodies(first).map((body, n) => ({
      summary: '',
      organisations: [],
      members: [],
      link: '',
      table: '',
      ...body,
      id: `${n}`,
    }))
    expect(readTeams(rows, layout, stored).map((row) => row.will)).toEqual(['leave', 'leave', 'leave'])
  })

  it('continues the columns before "..." as far as the widest row goes', () => {
    expect(continueHeadings(['Title', 'Member 1 First', 'Member 1 Last', '...'], 7)).toEqual([
      'Title',
      'Member 1 First',
      'Member 1 Last',
      'Member 2 First',
      'Member 2 Last',
      'Member 3 First',
      'Member 3 Last',
    ])
    expect(continueHeadings(['Team', 'Members', '…'], 4)).toEqual(['Team', 'Members', 'Members', 'Members'])
    expect(continueHeadings(['Team', 'Members'], 4)).toEqual(['Team', 'Members'])
  })
})

describe('a pitch', () => {
  it('is never a heading, marked or not', () => {
    const text = 'A bin that talks.'
    for (const heading of [
      'Inspiration',
      'What it does',
      'Our story',
      '## Our story',
      '**Our story**',
      'Our story:',
      'Story\n=====',
    ])
      expect(pitchOf(`${heading}\n\n${text}\n\nMore\n`), heading).toBe(text)
    expect(pitchOf('Inspiration\nA bin that talks.')).toBe(text)
    expect(pitchOf('Inspiration\n\nWhat it does')).toBe('')
  })
  it('is a single line without a full stop, a paragraph of several lines, or a list', () => {
    expect(pitchOf('A bin that talks')).toBe('A bin that talks')
    expect(pitchOf('First line\nsecond line')).toBe('First line second line')
    expect(pitchOf('What it does\n\n- sorts\n- collects')).toBe('sorts; collects')
  })
})

describe('the separator', () => {
  it('is found outside quotation marks only', () => {
    const { readings } = readTeamFile('tab-in-a-cell.csv')
    expect(bodies(readings).map((team) => [team.team, team.title, team.summary])).toEqual([
      ['Alpha', 'Bins', 'sorts; collects; reports; weighs'],
      ['Beta', 'Lamps', 'Light'],
    ])
    expect(
      bodies(readTeamFile('semicolons-with-long-cell.csv').readings).map((team) => [team.team, team.title]),
    ).toEqual([
      ['Alpha', 'Bins'],
      ['Beta', 'Lamps'],
    ])
  })

  // Cells as a table returns them: white space is collapsed.
  const cell = fc
    .array(fc.constantFrom('a', 'é', 'Ł', ' ', ',', ';', '\t', '"', '""', '\n', '\r\n', 'sep', '=', '.'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''))
  const folded = (text: string) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n]+/gu, ' ')
      .trim()
  const separator = fc.constantFrom(',', ';', '\t')
  const quote = (text: string) => `"${text.replace(/"/g, '""')}"`

  it('and every table of any separator, quoting and line end comes back the same', () => {
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 })
    fc.assert(
      fc.property(rows, separator, fc.boolean(), fc.constantFrom('\n', '\r\n'), (body, mark, quotesAll, end) => {
        const table = [['Team', 'Title', 'Pitch'], ...body]
        const write = (text: string) => (quotesAll || /[",;\t\r\n]/.test(text) ? quote(text) : text)
        const text = table.map((row) => row.map(write).join(mark)).join(end) + end
        const expected = table.map((row) => row.map(folded)).filter((row) => row.some(Boolean))
        const width = (row: string[]) => row.findLastIndex(Boolean) + 1
        expect(readTable(text).map((row) => row.cells)).toEqual(expected.map((row) => row.slice(0, width(row))))
      }),
      { numRuns: 500 },
    )
  })
})

describe('an address', () => {
  it('of the web stays whole, and a text with an @ that is no address loses nothing', () => {
    const { readings } = readTeamFile('links-with-at.csv')
    expect(bodies(readings).map((team) => [team.team, team.summary, team.link])).toEqual([
      ['Alpha', 'Sorts bins', 'https://medium.com/@ada.able/bins-1'],
      ['Beta', 'Lights lamps', 'https://www.youtube.com/@betalamps'],
      ['Gamma', 'Maps roads', 'https://tube.example.com/@gamma@roads.example.com/videos'],
      ['Delta', 'Counts trees', 'https://example.org/delta'],
      ['Epsilon @ St.Mary', 'Meet us@4.30 in hall 2', 'https://example.org/e'],
    ])
    expect(readings.flatMap((row) => row.notes)).toEqual([])
  })
  it('of e-mail is removed, however it is written', () => {
    const cases = {
      'Ann Lee <ann@example.org>': 'Ann Lee',
      'Ann (ann.lee+day@mail.example.co.uk), Bo': 'Ann (), Bo',
      'write to mailto:ann@example.org.': 'write to .',
      'ann@example.org': '',
      'ANN@EXAMPLE.ORG;jörg@bücher.de': ';',
      'www.example.org/@ann and ann@example.org': 'www.example.org/@ann and',
      'follow @ann@social.example': 'follow @ann@social.example',
      'medium.com/@ann.able': 'medium.com/@ann.able',
    }
    for (const [text, left] of Object.entries(cases)) expect(withoutEmails(text), text).toBe(left)
  })
})

describe('several names in one cell', () => {
  it('are several members, and the preview shows each and names the columns that are not used', () => {
    const { readings, unused } = readTeamFile('google-forms.csv')
    expect(bodies(readings).map((team) => [team.team, team.members, team.summary])).toEqual([
      ['Alpha', ['Ann Able', 'Bo Baker'], 'A pitch, with a comma'],
      ['Beta', ['Cy Cole', 'Di Dean'], 'First line second line'],
      ['Gamma', ['Eli Earl', 'Flo Fox', 'Guy Gray'], 'Third'],
    ])
    expect(readings[0]!.words).toContain('members: “Ann Able”, “Bo Baker”')
    expect(unused).toEqual(['Timestamp', 'Email Address'])
  })
  it('are split at commas only without semicolons and line breaks', () => {
    expect(splitList('Ann, Bo and Cy & Di', 'people')).toEqual(['Ann', 'Bo', 'Cy', 'Di'])
    expect(splitList('Ann Lee, OBE, Bo, and Cy', 'people')).toEqual(['Ann Lee, OBE', 'Bo', 'Cy'])
    expect(splitList('Lee, Ann; Fox, Bo', 'people')).toEqual(['Lee, Ann', 'Fox, Bo'])
    expect(splitList('- Lee, Ann\n- Fox, Bo', 'people')).toEqual(['Lee, Ann', 'Fox, Bo'])
    expect(splitList('Andy Anderson', 'people')).toEqual(['Andy Anderson'])
    expect(splitList('Bath and North East Somerset, Brighton & Hove', 'organisations')).toEqual([
      'Bath and North East Somerset',
      'Brighton & Hove',
    ])
  })
})

describe('one damaged byte', () => {
  it('damages one character, and its row reports it', () => {
    const { readings } = readTeamFile('one-bad-byte.csv')
    expect(bodies(readings).map((team) => [team.team, team.title, team.summary])).toEqual([
      ['Łódź', 'Café', 'Zażółć'],
      ['Beta', 'Lamps', 'cut off �'],
    ])
    expect(readings.map((row) => [row.line, row.notes])).toEqual([
      [2, []],
      [3, ['has a damaged character in “Pitch”, shown as �']],
    ])
  })
})

describe('a list of judges', () => {
  const judge = (id: string, name: string, organisation: string): Judge => ({
    ...{
      id,
      name,
      organisation,
      role: '',
      status: 'admitted',
      away: false,
      challengeOnly: false,
      arrived: false,
      mergedInto: null,
    },
  })

  it('leaves out whoever the service does not count, and fillers, with the reason', () => {
    const statuses = {
      'RSVP\nAnn Lee,Not Going': '“Not Going”',
      'approval_status\nAnn Lee,declined': '“declined”',
      'approval_status\nAnn Lee,pending_approval': '“pending_approval”',
      'Order status\nAnn Lee,Refunded': '“Refunded”',
      'Ticket status\nAnn Lee,void': '“void”',
      'Attending?\nAnn Lee,No': '“No”',
      'Cancelled\nAnn Lee,TRUE': '“TRUE”',
      'Refunded?\nAnn Lee,2026-06-01': '“2026-06-01”',
    }
    for (const [text, status] of Object.entries(statuses))
      expect(judges(`Name,${text}`)[0], text).toMatchObject({ will: 'leave', words: `is not coming: marked ${status}` })
    for (const text of [
      'RSVP\nAnn Lee,Going',
      'approval_status\nAnn Lee,approved',
      'Cancelled\nAnn Lee,FALSE',
      'Attending?\nAnn Lee,Yes',
    ])
      expect(judges(`Name,${text}`)[0], text).toMatchObject({ will: 'add', body: { name: 'Ann Lee' } })
    expect(judges('Name,Role\nInfo Requested,Info Requested\nTotal,12\nTBC,')).toMatchObject([
      { will: 'leave', words: 'is a placeholder, not a name' },
      { will: 'leave', words: 'looks like a total, not a person' },
      { will: 'leave', words: 'is a placeholder, not a name' },
    ])
    expect(judges('Name,Role\nAnn Lee,Info Requested')[0]).toMatchObject({ will: 'add', body: { role: '' } })
  })

  it('has two people of one name where their e-mail addresses or tickets differ, also when it is imported again', () => {
    for (const text of [
      'Name,Organisation,Email\nAnn Lee,Walsall,ann@a.org\nAnn Lee,Walsall,lee@b.org\nAnn Lee,Walsall,ANN@a.org',
      'Name,Organisation,Attendee #\nAnn Lee,Walsall,7001\nAnn Lee,Walsall,7002\nAnn Lee,Walsall,7001',
    ]) {
      const first = judges(text)
      expect(first.map((row) => row.will)).toEqual(['add', 'add', 'leave'])
      expect(callsOf(first.slice(0, 2))).toHaveLength(1)
      const storedJudges = [judge('a', 'Ann Lee', 'Walsall')]
      expect(judges(text, storedJudges).map((row) => row.will)).toEqual(['leave', 'add', 'leave'])
      expect(judges(text, [...storedJudges, judge('b', 'Ann Lee', 'Walsall')]).map((row) => row.will)).toEqual(
        Array(3).fill('leave'),
      )
    }
    expect(judges('Name,Email\nAnn Lee,ann@a.org\nAnn Lee,').map((row) => row.will)).toEqual(['add', 'leave'])
  })

  it('sends rows of one name in one call, so that the server can match them one by one', () => {
    const names = Array.from({ length: 90 }, (_, n) => (n === 3 || n === 85 ? 'Ann Lee' : `Judge ${n}`))
    const calls = callsOf(judges(`Name,Email\n${names.map((name, n) => `${name},j${n}@a.org`).join('\n')}`))
    expect(calls.flat()).toHaveLength(90)
    expect(calls.filter((call) => call.some((row) => row.name === 'Ann Lee'))).toHaveLength(1)
  })
})
