import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { rankFile, refusalSentence } from '../../../api/rank-file.ts'
import { rank } from '../../../api/rules/ranking/rank.ts'
import { rankBallots } from '../../../api/rules/ranking/rank-ballots.ts'
import { panel } from './ranking-panel.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rank-'))
afterAll(() => rmSync(folder, { recursive: true }))

function runRank(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'api/demo-hour.ts', 'rank', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
}

function writeText(text: string): string {
  const path = join(folder, 'file.json')
  writeFileSync(path, text)
  return path
}
const rankText = (text: string) => rankFile(writeText(text))

const matrix = [
  [4, 3],
  [5, 4],
  [1, 2],
]
const scale = { lo: 1, hi: 5 }
const event = panel(matrix)
const archive = {
  format: 'demo-hour/archive',
  version: 1,
  event: { name: 'Makers', criteria: event.criteria, method: 'levelled', places: 2 },
  entries: event.entryIds.map((id) => ({ id, title: id })),
  judges: event.judgeIds.map((id) => ({ id, status: 'admitted' })),
  ballots: event.ballots,
}

describe('npm run rank', () => {
  it('prints the ranking of a matrix', () => {
    const { stdout, status } = runRank(writeText(JSON.stringify({ matrix, scale })))
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(rank({ matrix, scale }))
  })

  it.each([
    ['no file', undefined],
    ['a file without a matrix', '[1, 2]'],
  ])('prints one sentence on standard error for %s, and exits with 1', (_, text) => {
    const { stdout, stderr, status } = text === undefined ? runRank() : runRank(writeText(text))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^Cannot rank: [^\n]+\n$/)
  })
})

describe('ranking a file', () => {
  it('gives one result for each vector, in their order', () => {
    const vectors = [
      { matrix, scale },
      { matrix: [[2]], scale },
    ]
    expect(rankText(JSON.stringify({ vectors }))).toEqual({ results: vectors.map(rank) })
  })

  it('gives the result of an archived event, without the ballots of a removed judge', () => {
    expect(rankText(JSON.stringify(archive))).toEqual(rankBallots({ ...event, announcedPlaces: 2 }))
    const judges = archive.judges.map((judge) => (judge.id === 'j1' ? { ...judge, status: 'removed' } : judge))
    expect(rankText(JSON.stringify({ ...archive, judges }))).toEqual(
      rankBallots({ ...event, announcedPlaces: 2, judgeIds: ['j0'] }),
    )
  })

  it.each([
    ['broken JSON', '{"matrix":[[1,', /not JSON/],
    ['something else', '[1, 2]', /no matrix/],
    ['a matrix of words', JSON.stringify({ matrix: [['four']], scale }), /matrix\.0\.0/],
    ['a matrix without a scale', JSON.stringify({ matrix }), /scale/],
    ['a ragged matrix', JSON.stringify({ matrix: [[1, 2], [3]], scale }), /Row 2/],
    ['a mark off the scale', JSON.stringify({ matrix: [[1, 9]], scale }), /9 is not a mark from 1 to 5/],
    ['a mark beyond all numbers', '{"matrix":[[1e999]],"scale":{"lo":1,"hi":5}}', /matrix\.0\.0/],
    [
      'a bad vector',
      JSON.stringify({
        vectors: [
          { matrix, scale },
          { matrix: [[9]], scale },
        ],
      }),
      /vector 2: Row 1/,
    ],
    ['an archive of another version', JSON.stringify({ ...archive, version: 2 }), /version 1/],
    ['a ballot of nobody', JSON.stringify({ ...archive, judges: [] }), /the judge j0/],
  ])('refuses %s in one sentence', (_, text, sentence) => {
    expectRefusal(writeText(text), sentence)
  })

  it('refuses a file that is not there', () => {
    expectRefusal(join(folder, 'nowhere.json'), /nowhere\.json cannot be read/)
  })
})

function expectRefusal(path: string, expected: RegExp): void {
  let sentence: string | undefined
  try {
    rankFile(path)
  } catch (error) {
    sentence = refusalSentence(error)
  }
  expect(sentence).toMatch(/^Cannot rank: [^\n]+$/)
  expect(sentence).toMatch(expected)
}
