import { describe, expect, it } from 'vitest'
import { resultsCsv } from '../../../api/rules/result/results-csv.ts'
import type { Result } from '../../../api/schema/result.ts'

const criterion = (name: string) => ({ id: 'use', name, description: '', min: 1, max: 5, weight: 1, levels: {} })

function cellsOf(csv: string): string[][] {
  const cells = [...csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)]
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

function csvOf(team: string, question = 'Is it useful?'): string {
  const standing = { entryId: 'a', rank: 1, score: 4.5, rawMean: -0.25, ballots: 3, byCriterion: { use: { score: 4 } } }
  const award = (name: string, ...entryIds: string[]) => ({ name, entryIds })
  const awards = [award('Kindest', 'a'), award('Other', 'b'), award('Joint winners', 'a', 'b')]
  const result = { standings: [standing, { ...standing, entryId: 'b', rank: null, score: null }], awards }
  const entries = ['a', 'b'].map((id) => ({ id, team, title: 'Bins', organisations: ['Gwynedd, Cyngor', '=1'] }))
  return resultsCsv([criterion(question)], entries, result as unknown as Result)
}

describe('a result as a spreadsheet', () => {
  it('opens in Excel as it stands: a byte order mark, commas, whole lines, a row for each entry with its awards', () => {
    const csv = csvOf('Y Tîm “Ŵyl”')
    expect(csv.startsWith('\uFEFFRank,Team,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    const heads = [
      ...['Rank', 'Team', 'Title', 'Organisations', 'Awards', 'Score', 'Tie decided by', 'Raw mean', 'Ballots'],
      'Is it useful?',
    ]
    const [head, first, last] = cellsOf(csv)
    expect(head).toEqual(heads)
    expect(first).toEqual([
      '1',
      'Y Tîm “Ŵyl”',
      'Bins',
      'Gwynedd, Cyngor; =1',
      'Joint winners; Kindest',
      '4.5000',
      '',
      '-0.2500',
      '3',
      '4.0000',
    ])
    expect(last!.slice(4, 6)).toEqual(['Joint winners; Other', ''])
  })

  it('has a column for the scores of each challenge, where they may be read', () => {
    const standing = { entryId: 'a', rank: 1, score: 4.5, rawMean: 4, ballots: 3, byCriterion: {} }
    const [scores, hidden] = [[{ entryId: 'b', score: 2 }], []]
    const challenges = [
      { name: 'Open data', standings: scores },
      { name: 'Rural', standings: hidden },
    ]
    const standings = [standing, { ...standing, entryId: 'b', rank: 2 }]
    const disqualified = [{ entryId: 'c', reason: 'Late' }]
    const result = { standings, awards: [], challenges, disqualified } as unknown as Result
    const rows = cellsOf(resultsCsv([criterion('Q')], [], result))
    expect(rows.map((row) => row.slice(9))).toEqual([
      ['Q', 'Challenge: Open data', 'Out of the awards'],
      ['', '', ''].slice(0, 2),
      ['', '2.0000'],
      ['', '', 'Late'],
    ])
  })

  it.each([
    '=HYPERLINK("http://evil.test/","Win")',
    '+1+cmd|x',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1)',
    '\t=1',
    '＝1',
    '"=1',
  ])('never lets a name run as a formula: %s', (name) => {
    for (const row of [cellsOf(csvOf(name))[1]![1]!, cellsOf(csvOf('Bins', name))[0]!.at(-1)!]) {
      expect(row).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      expect(row.replace(/^'/, '')).toBe(name)
    }
  })

  it('leaves a name that merely looks odd unchanged', () => {
    for (const name of ['-5', "O'Hare", 'a=b', '7 up', 'فريق', 'a "quoted", name'])
      expect(cellsOf(csvOf(name))[1]![1]).toBe(name)
  })
})
