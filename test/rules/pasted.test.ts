import { describe, expect, it } from 'vitest'
import { readEntries, readJudges } from '../../web/client/pasted.ts'
import { readTable } from '../../web/client/pasted-table.ts'

const cells = (text: string) => readTable(text).map((row) => row.cells)
const will = (text: string, known: { team: string; title: string }[] = []) =>
  readEntries(text, known).map((row) => row.will)

describe('a pasted table', () => {
  it('is split at tabs when it holds any, so that commas stay in their text', () => {
    expect(cells('Bins\tBackchat\tA bin, that talks\nDamp\tMap')).toEqual([
      ['Bins', 'Backchat', 'A bin, that talks'],
      ['Damp', 'Map'],
    ])
  })
  it('is split at commas or semicolons otherwise', () => {
    expect(cells('Bins, Backchat\r\nDamp, Map')).toEqual([
      ['Bins', 'Backchat'],
      ['Damp', 'Map'],
    ])
    expect(cells('Bins; Backchat; one, two')).toEqual([['Bins', 'Backchat', 'one, two']])
  })
  it('takes quoted cells with separators, quotation marks and line breaks inside', () => {
    expect(cells('"Bins, all","The ""best"" one"\nDamp,"two\nlines"')).toEqual([
      ['Bins, all', 'The "best" one'],
      ['Damp', 'two lines'],
    ])
  })
  it('takes a mark that is never closed as part of the text', () => {
    expect(cells('"Bins, Backchat\nDamp, Map')).toEqual([
      ['"Bins', 'Backchat'],
      ['Damp', 'Map'],
    ])
  })
  it('numbers lines as they stand in the field, empty ones too', () => {
    expect(readTable('a\n\n"b\nb"\nc').map((row) => row.line)).toEqual([1, 3, 5])
  })
})

describe('pasted teams', () => {
  it('come as team, title, pitch, organisation', () => {
    const [row] = readEntries('Bins, Backchat, It talks, Walsall; Dudley', [])
    expect(row).toMatchObject({
      will: 'add',
      body: { team: 'Bins', title: 'Backchat', summary: 'It talks', organisations: ['Walsall', 'Dudley'] },
    })
  })
  it('come in the order of the headings where there are some', () => {
    const rows = readEntries('Project,Notes,Team Name\nBackchat,late,Bins', [])
    expect(rows.map((row) => row.will)).toEqual(['leave', 'add'])
    expect(rows[1]).toMatchObject({ body: { team: 'Bins', title: 'Backchat' } })
  })
  it('are left alone when they are in the line-up or pasted twice', () => {
    expect(will('BINS, backchat\nDamp, Map\nDamp, Map', [{ team: 'Bins', title: 'Backchat' }])).toEqual([
      'leave',
      'add',
      'leave',
    ])
  })
  it('are refused with a reason: no team, too long, too many columns, a link that is none', () => {
    expect(will(`, Backchat\n${'x'.repeat(121)}\na, b, c, d, e, f, g\na, b, c, d, e, example`)).toEqual(
      Array(4).fill('refuse'),
    )
  })
  it('take the name of the team where there is no title', () => {
    expect(readEntries('Bins', [])[0]).toMatchObject({ will: 'add', body: { team: 'Bins', title: 'Bins' } })
  })
})

describe('pasted judges', () => {
  it('come as name, role, organisation', () => {
    const rows = readJudges('Name\tRole\nA. Grant\tCouncillor\n\tDirector', [])
    expect(rows.map((row) => row.will)).toEqual(['leave', 'add', 'refuse'])
    expect(rows[1]).toMatchObject({ body: { name: 'A. Grant', role: 'Councillor', organisation: '' } })
  })
})
