import { describe, expect, it } from 'vitest'
import type { Judge } from '../../../api/schema/judge.ts'
import { columnWords } from '../../../web/organise/import/column-words.ts'
import { fieldsOf, guessColumns, sourceOf, withColumn } from '../../../web/organise/import/import-fields.ts'
import { readJudges } from '../../../web/organise/import/import-judges.ts'
import { guessLayout, unusedHeadings } from '../../../web/organise/import/import-layout.ts'
import { readTeams } from '../../../web/organise/import/import-teams.ts'
import { likelyTickets } from '../../../web/organise/import/import-tickets.ts'
import { pitchOf } from '../../../web/organise/import/pitch.ts'
import { readTable } from '../../../web/organise/import/table.ts'
import { decodeTable, readTableFile } from '../../../web/organise/import/table-file.ts'
import { devpostExport, eventbriteExport } from '../../support/exports.ts'

const cells = (text: string) => readTable(text).map((row) => row.cells)

type KnownTeam = Parameters<typeof readTeams>[2][number]
const team = (changes: Partial<KnownTeam>): KnownTeam => ({
  ...{ id: 'x', team: '', title: '', summary: '', organisations: [], members: [], link: '', table: '' },
  ...changes,
})
const teams = (text: string, storedTeams: KnownTeam[] = []) => {
  const rows = readTable(text)
  return readTeams(rows, guessLayout(rows, 'teams'), storedTeams)
}
const challenges = ['Best use of data, by Data Mill', 'Môr a thir', 'Open source'].map((name, n) => ({
  ...{ id: `c${n}`, name, entryIds: n === 2 ? ['x'] : [] },
}))
const withChallenges = (text: string, storedTeams: KnownTeam[] = []) => {
  const rows = readTable(text)
  return readTeams(rows, guessLayout(rows, 'teams'), storedTeams, challenges)
}
const judges = (text: string, storedTeams: Judge[] = []) => {
  const rows = readTable(text)
  return readJudges(rows, guessLayout(rows, 'judges'), storedTeams)
}
const wills = (rows: { will: string }[]) => rows.map((row) => row.will)

describe('a table', () => {
  it('is split at tabs when it holds any, so that commas stay in their text', () => {
    expect(cells('Bins\tBackchat\tA bin, that talks\nDamp\tMap')).toEqual([
      ['Bins', 'Backchat', 'A bin, that talks'],
      ['Damp', 'Map'],
    ])
  })
  it('is split at commas or semicolons otherwise, and never at one inside quotation marks', () => {
    expect(cells('Bins, Backchat\r\nDamp, Map')).toEqual([
      ['Bins', 'Backchat'],
      ['Damp', 'Map'],
    ])
    expect(cells('Bins; Backchat; one, two')).toEqual([['Bins', 'Backchat', 'one, two']])
    expect(cells('"a\tb;;;;","c"\nd,e')).toEqual([
      ['a b;;;;', 'c'],
      ['d', 'e'],
    ])
    expect(cells('sep=;\nBins;"a,b,c"')).toEqual([['Bins', 'a,b,c']])
  })
  it('takes quoted cells with separators, quotation marks and line breaks inside', () => {
    expect(cells('"Bins, all","The ""best"" one"\nDamp,"two\nlines"')).toEqual([
      ['Bins, all', 'The "best" one'],
      ['Damp', 'two\nlines'],
    ])
  })
  it('treats a mark that is never closed as part of the text', () => {
    expect(cells('"Bins, Backchat\nDamp, Map')).toEqual([
      ['"Bins', 'Backchat'],
      ['Damp', 'Map'],
    ])
  })
  it('numbers lines as they are in the text, empty ones too, and removes invisible characters', () => {
    expect(readTable('\uFEFFa\n\n"b\nb"\nc\u0000d').map((row) => [row.line, row.cells[0]])).toEqual([
      [1, 'a'],
      [3, 'b\nb'],
      [5, 'cd'],
    ])
  })
})

describe('the opt-in prizes of a list', () => {
  it('choose challenges without regard to case and accents, several a cell, with a comma in a name', () => {
    const [row] = withChallenges(
      'Team,Title,Opt-In Prizes\nBins,Map,"open SOURCE, best use of data,  by data mill, Mor a thir"',
    )
    expect(row).toMatchObject({ will: 'add', notes: [], body: { challengeIds: ['c0', 'c1', 'c2'] } })
    expect(row!.words).toContain('challenges: “Best use of data, by Data Mill”, “Môr a thir”, “Open source”')
    const [other] = withChallenges('Team\tTitle\tOpt-in prizes\nBins\tMap\tOpen source; Môr a thir')
    expect(other).toMatchObject({ body: { challengeIds: ['c1', 'c2'] } })
  })
  it('name in the row what is no challenge, and import the row all the same', () => {
    const [row] = withChallenges('Team,Title,Prizes\nBins,Map,"Best hat, Open source"')
    expect(row).toMatchObject({ will: 'add', body: { challengeIds: ['c2'] } })
    expect(row!.notes).toEqual(['names the prize “Best hat”, which is not a challenge of this event and is left out'])
  })
  it('are collected where each prize of a project has its own row', () => {
    const rows = withChallenges(
      'Project Title,Submission Url,Opt-In Prizes\nMap,https://a.example/1,Open source\nMap,https://a.example/1,Môr a thir',
    )
    expect(rows.map(({ will }) => will)).toEqual(['add', 'leave'])
    expect(rows[0]).toMatchObject({ body: { challengeIds: ['c1', 'c2'] } })
  })
  it('add to what a team has chosen, and are no difference when it has all of them', () => {
    const stored = [team({ id: 'x', team: 'Bins', title: 'Map' })]
    const [row] = withChallenges('Team,Title,Prizes\nBins,Map,Môr a thir', stored)
    expect(row).toMatchObject({
      will: 'change',
      to: { challengeIds: ['c2', 'c1'] },
      differences: [{ label: 'Challenges', now: 'Open source', there: 'Môr a thir; Open source' }],
    })
    expect(withChallenges('Team,Title,Prizes\nBins,Map,Open source', stored)[0]).toMatchObject({ will: 'leave' })
  })
  it('are not used by an event without challenges, whose list says so once', () => {
    const rows = readTable('Team,Title,Opt-In Prizes\nBins,Map,Best hat')
    const layout = guessLayout(rows, 'teams')
    expect(readTeams(rows, layout, [])[0]).toMatchObject({ will: 'add', notes: [] })
    expect(unusedHeadings(rows, layout, ['challenges'])).toEqual(['Opt-In Prizes'])
  })
})

describe('the bytes of a file', () => {
  const text = 'Tîm,Beth\r\nÆ–“€”,Łódź'
  const utf16 = (little: boolean, mark: boolean) => {
    const units = [...(mark ? '\uFEFF' : ''), ...'Team,Title\nBins,Backchat'].join('')
    const view = new DataView(new ArrayBuffer(units.length * 2))
    for (let n = 0; n < units.length; n += 1) view.setUint16(n * 2, units.charCodeAt(n), little)
    return new Uint8Array(view.buffer)
  }
  it('are read as UTF-8, as an older Windows wrote them, or as UTF-16 with its mark or without', () => {
    expect(decodeTable(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text)
    expect(decodeTable(new Uint8Array([0x54, 0xee, 0x6d, 0x2c, 0xa3, 0xe9]))).toBe('Tîm,£é')
    for (const little of [true, false])
      for (const mark of [true, false]) expect(decodeTable(utf16(little, mark))).toBe('Team,Title\nBins,Backchat')
  })
  it('of a workbook, a PDF, nothing, or too much are refused by name', async () => {
    const say = async (bytes: Uint8Array<ArrayBuffer>) => Object.entries(await readTableFile(new Blob([bytes])))[0]
    expect((await say(new Uint8Array([0x50, 0x4b, 3, 4])))?.[1]).toMatch(/workbook/)
    expect((await say(new TextEncoder().encode('%PDF-1.7')))?.[1]).toMatch(/PDF/)
    expect((await say(new TextEncoder().encode(' \n')))?.[1]).toMatch(/empty/)
    expect((await say(new Uint8Array(2 * 1024 * 1024 + 1)))?.[1]).toMatch(/larger/)
    expect(await say(new TextEncoder().encode('a,b'))).toEqual(['text', 'a,b'])
  })
})

describe('a list of teams', () => {
  it('is read as team, title, pitch, organisations where nothing names the columns', () => {
    expect(teams('Bins, Backchat, It talks, Walsall; Dudley')[0]).toMatchObject({
      will: 'add',
      body: { team: 'Bins', title: 'Backchat', summary: 'It talks', organisations: ['Walsall', 'Dudley'] },
    })
  })
  it('is read in the order of its headings where it has some', () => {
    expect(teams('Project,Notes,Team Name\nBackchat,late,Bins')).toMatchObject([
      { will: 'add', body: { team: 'Bins', title: 'Backchat' } },
    ])
  })
  it('is left out where it is in the line-up, or repeated in itself', () => {
    const rows = teams('BINS, backchat\nDamp, Map\nDamp, Map', [team({ team: 'Bins', title: 'Backchat' })])
    expect(wills(rows)).toEqual(['change', 'add', 'leave'])
    expect(rows[2]!.words).toBe('is already in line 2')
    expect(wills(teams('Bins, Backchat', [team({ team: 'Bins', title: 'Backchat', summary: 'Kept' })]))).toEqual([
      'leave',
    ])
  })
  it('offers the differences, and only those in the row', () => {
    const storedJudge = [
      team({ id: 'bins', team: 'Bins', title: 'Backchat', summary: 'Old', members: ['Ann'], link: 'https://a.org' }),
    ]
    expect(teams('Bins, Backchat, New', storedJudge)[0]).toMatchObject({
      will: 'change',
      id: 'bins',
      to: { summary: 'New' },
      differences: [{ label: 'Pitch', now: 'Old', there: 'New' }],
    })
    expect(teams('Bins, Talkback', storedJudge)[0]).toMatchObject({ will: 'change', to: { title: 'Talkback' } })
    expect(wills(teams('Bins, Talkback\nBins, Backtalk', storedJudge))).toEqual(['add', 'add'])
  })
  it('refuses only a row without a team, with the reason', () => {
    expect(teams(', , no name\na, b').map((row) => [row.line, row.will, row.words])).toEqual([
      [1, 'refuse', 'has no team name'],
      [2, 'add', 'b'],
    ])
  })
  it('loses a field that does not fit, with a note, and never the row', () => {
    const many = Array.from({ length: 31 }, (_, n) => `P${n}`).join(';')
    const long = 'x'.repeat(121)
    const rows = teams(`${long}\na,b,c,d,e,f,g\na,${long},,${long},${many}\n${long},t`)
    expect(wills(rows)).toEqual(['add', 'add', 'add', 'add'])
    expect(rows.map((row) => row.notes)).toEqual([
      ['has a name longer than 120 characters, which is shortened'],
      [
        expect.stringMatching(/^has 7 columns where 6 are expected: the last one is not used/),
        'has “f” as its web address, which is not one and is left out',
      ],
      [
        'has a title longer than 120 characters, which is left out',
        'has one of the organisations longer than 120 characters, which is left out',
        'has 31 members: only the first 30 are used',
      ],
      ['has a name longer than 120 characters, which is shortened'],
    ])
    expect(rows[2]).toMatchObject({ body: { team: 'a', title: 'a', organisations: [], members: { length: 30 } } })
  })
  it('adds https:// to a web address, leaves out a text that is none, and names what it filled in', () => {
    expect(teams('Bins,B,,,,none such')[0]).toMatchObject({
      will: 'add',
      body: { link: '' },
      notes: [expect.stringContaining('“none such”')],
    })
    expect(teams('Bins,B,,,,bins.org.uk/talk')[0]).toMatchObject({ body: { link: 'https://bins.org.uk/talk' } })
    expect(teams('Bins')[0]).toMatchObject({
      body: { team: 'Bins', title: 'Bins' },
      words: expect.stringContaining('no title'),
    })
  })
  it('never imports an e-mail address, whatever column holds it, and reports it', () => {
    const rows = teams('Team,Members,Organisation\nBins,"Ann Lee\nann@example.org",lead@example.org')
    expect(JSON.stringify(rows.map((row) => row.will === 'add' && row.body))).not.toContain('@')
    expect(rows[0]).toMatchObject({ body: { members: ['Ann Lee'], organisations: [] } })
    expect(rows[0]!.notes).toEqual(
      ['Members', 'Organisation'].map((heading) => `has an e-mail address in “${heading}”, which is left out`),
    )
  })
})

describe('a pitch', () => {
  it('is the first paragraph of a longer text, cut at a sentence or a word', () => {
    expect(pitchOf('## Inspiration\n\n**Bins** that [talk](https://a.org).\n\nMore')).toBe('Bins that talk.')
    const long = pitchOf(
      `${'A sentence that goes on for quite a while, as they do here. '.repeat(3)}${'word '.repeat(60)}`,
    )
    expect(long).toMatch(/here\.$/)
    const words = pitchOf('word '.repeat(100))
    expect([words.length <= 240, words.endsWith('word…')]).toEqual([true, true])
  })
})

describe('Devpost’s project export', () => {
  it('is recognised by its headings: members from their columns, drafts left out', () => {
    expect(sourceOf(readTable(devpostExport())[0]!.cells)).toMatchObject({
      kind: 'teams',
      words: expect.stringContaining('Devpost'),
    })
    const rows = teams(devpostExport(12))
    expect([wills(rows).filter((will) => will === 'add').length, rows.length]).toEqual([12, 13])
    expect(rows[0]).toMatchObject({
      body: {
        team: 'Which hole first?',
        title: 'Which hole first?',
        summary: 'Ten thousand reports in, one fair repair list out.',
        members: ['Joan Tandy', 'Imran Sheikh', 'Becca Lyle'],
        link: 'https://hack.devpost.com/submissions/0',
      },
    })
    expect(rows[12]).toMatchObject({ will: 'leave', words: 'is marked “Draft”' })
  })
  it('changes nothing when it is read again, even after the team was given its own name', () => {
    const first = teams(devpostExport(3)).flatMap((row) => (row.will === 'add' ? [row.body] : []))
    const known = first.map((body, n) => team({ ...(body as KnownTeam), id: String(n) }))
    known[0]!.team = 'Potholes, Ranked'
    expect(wills(teams(devpostExport(3), known))).toEqual(['leave', 'leave', 'leave', 'leave'])
  })
})

describe('Eventbrite’s attendee export', () => {
  const known = (given: Partial<Judge>): Judge => ({
    ...{
      id: 'j',
      name: '',
      role: '',
      organisation: '',
      status: 'admitted',
      away: false,
      challengeOnly: false,
      arrived: false,
      mergedInto: null,
    },
    ...given,
  })
  it('is recognised by its headings: those with a judge’s ticket who come, by name, role and organisation', () => {
    expect(sourceOf(readTable(eventbriteExport())[0]!.cells)).toMatchObject({ kind: 'judges' })
    const rows = judges(eventbriteExport(15))
    expect(wills(rows)).toEqual([...Array(15).fill('add'), ...Array(5).fill('leave')])
    expect(rows[0]).toMatchObject({
      body: { name: 'Ann0 O’Grady-Łuc 0', role: 'Councillor', organisation: 'Council 0' },
    })
    expect(rows.slice(15).map((row) => row.words)).toEqual([
      'is not coming: marked “Not Attending”',
      'has the ticket “Maker”',
      'has the ticket “Maker”',
      'is not coming: marked “Refunded”',
      'is a placeholder, not a name',
    ])
    expect(JSON.stringify(rows.map((row) => row.will === 'add' && row.body))).not.toContain('@')
  })
  it('is imported whole where no ticket mentions judging', () => {
    expect(likelyTickets(['Maker', 'Guest'])).toEqual(['Maker', 'Guest'])
  })
  it('adds nobody twice: the same, one without an organisation, one off the panel, one who waits', () => {
    const rows = (listed: Judge) => judges('Name,Role,Organisation\nAnn Lee,Councillor,Walsall', [listed])[0]
    const ann = known({ name: 'Ann  LEE', role: 'Councillor', organisation: 'Walsall' })
    expect(rows(ann)).toMatchObject({ will: 'leave' })
    expect(rows({ ...ann, organisation: '' })).toMatchObject({ will: 'change', to: { organisation: 'Walsall' } })
    expect(rows({ ...ann, organisation: 'Dudley' })).toMatchObject({ will: 'add' })
    expect(rows({ ...ann, status: 'removed' })).toMatchObject({
      will: 'leave',
      words: expect.stringContaining('taken off the panel'),
    })
    expect(rows({ ...ann, status: 'waiting' })).toMatchObject({ will: 'leave', words: 'is waiting to be let in' })
  })
})

describe('the columns', () => {
  it('give a field that takes one column to one alone, and many to those that take many', () => {
    expect(guessColumns(['Team', 'Group', 'Member 1', 'Member 2'], fieldsOf('teams'))).toEqual([
      'team',
      '',
      'members',
      'members',
    ])
    expect(withColumn(['team', '', 'members'], 1, 'team', fieldsOf('teams'))).toEqual(['', 'team', 'members'])
    expect(withColumn(['team', '', 'members'], 1, 'members', fieldsOf('teams'))).toEqual(['team', 'members', 'members'])
  })
})

describe('the columns of an imported list', () => {
  it('are counted, and those that are not used are named', () => {
    expect(columnWords(3, 5, ['Email', 'Size'])).toBe('3 of your 5 columns are used. Not used: Email, Size.')
    expect(columnWords(1, 2, ['Size'])).toBe('1 of your 2 columns is used. Not used: Size.')
    expect(columnWords(1, 1, [])).toBe('Your column is used.')
  })
})
