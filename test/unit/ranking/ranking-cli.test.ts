import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { rank } from '../../../api/rules/ranking/rank.ts'
import { rankBallots } from '../../../api/rules/ranking/rank-ballots.ts'
import { panel } from './ranking-panel.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rank-'))
afterAll(() => rmSync(folder, { recursive: true }))

function runRank(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'api/rank.ts', ...args], { cwd: root, encoding: 'utf8' })
}

function rankText(text: string) {
  const path = join(folder, 'file.json')
  writeFileSync(path, text)
  return runRank(path)
}

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
    const { stdout, status } = rankText(JSON.stringify({ matrix, scale }))
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(rank({ matrix, scale }))
  })

  it('prints one result for each vector, in their order', () => {
    const vectors = [
      { matrix, scale },
      { matrix: [[2]], scale },
    ]
    expect(JSON.parse(rankText(JSON.stringify({ vectors })).stdout)).toEqual({ results: vectors.map(rank) })
  })

  it('prints the result of an archived event, without the ballots of a removed judge', () => {
    expect(JSON.parse(rankText(JSON.stringify(archive)).stdout)).toEqual(rankBallots({ ...event, honoured: 2 }))
    const judges = archive.judges.map((judge) => (judge.id === 'j1' ? { ...judge, status: 'removed' } : judge))
    expect(JSON.parse(rankText(JSON.stringify({ ...archive, judges })).stdout)).toEqual(
      rankBallots({ ...event, honoured: 2, judgeIds: ['j0'] }),
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
    expectRefusal(rankText(text), sentence)
  })

  it('refuses a file that is not there, and none at all', () => {
    expectRefusal(runRank(join(folder, 'nowhere.json')), /nowhere\.json cannot be read/)
    expectRefusal(runRank(), /which file/)
  })
})

function expectRefusal({ stdout, stderr, status }: ReturnType<typeof runRank>, sentence: RegExp): void {
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^Cannot rank: [^\n]+\n$/)
  expect(stderr).toMatch(sentence)
}
