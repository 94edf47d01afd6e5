import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../api/rehearsal/arguments.ts'
import { createPromiseChecks } from '../../../api/rehearsal/checks/promises.ts'
import { percentile } from '../../../api/rehearsal/checks/run-stats.ts'
import { findSecrets } from '../../../api/rehearsal/checks/secrets.ts'
import { characters, planTaps } from '../../../api/rehearsal/judges/characters.ts'
import { createEntries, createProfiles } from '../../../api/rehearsal/judges/profiles.ts'
import { createRandom } from '../../../api/rehearsal/random.ts'
import { councilHackDay } from '../../../api/rules/ballot/default-rubric.ts'
import { entryBody } from '../../../api/schema/entry.ts'
import { judgeBody } from '../../../api/schema/judge.ts'

const marks = (name: keyof typeof characters, seed: number) =>
  planTaps(characters[name], 0.5, councilHackDay, createRandom(seed, 'judge'))
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('made-up people', () => {
  it('are as many as requested, valid for the API, and no two of the same name', () => {
    const panel = createProfiles(300, 1)
    expect(new Set(panel.map((judge) => judge.name)).size).toBe(300)
    for (const { character: _, ...who } of panel) expect(judgeBody.safeParse(who).success).toBe(true)
    const entries = createEntries(100)
    expect(new Set(entries.map((entry) => entry.team)).size).toBe(100)
    for (const entry of entries) expect(entryBody.safeParse(entry).success).toBe(true)
  })

  it('do the same again with the same seed, and something else with another', () => {
    expect(marks('steady', 7)).toEqual(marks('steady', 7))
    expect(marks('steady', 7)).not.toEqual(marks('steady', 8))
  })

  it('mark every criterion, and only on its scale', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const values = marks('hasty', seed).flatMap((tap) => ('value' in tap ? [tap] : []))
      expect(new Set(values.map((tap) => tap.criterionId))).toEqual(
        new Set(councilHackDay.map((criterion) => criterion.id)),
      )
      for (const { value } of values) expect([1, 2, 3, 4, 5]).toContain(value)
    }
  })

  it('are harsh or lenient as their character says', () => {
    const average = (name: keyof typeof characters) =>
      mean(
        Array.from({ length: 100 }, (_, seed) => marks(name, seed)).flatMap((taps) =>
          taps.flatMap((tap) => ('value' in tap ? [tap.value] : [])),
        ),
      )
    expect(average('harsh')).toBeLessThan(average('steady') - 0.5)
    expect(average('lenient')).toBeGreaterThan(average('steady') + 0.5)
  })
})

describe('a payload', () => {
  const step = { kind: 'award', award: { entryIds: ['a'], score: 4.2 } }

  it('may contain the steps that have been shown, and everything that is no secret', () => {
    const payload = { scoring: { open: false, in: 3, of: 4 }, reveal: { step: 1, of: 4, shown: [step] } }
    expect(findSecrets(payload, 1)).toEqual([])
  })

  it.each([
    ['a step too early', { reveal: { step: 0, of: 4, shown: [step] } }, 0],
    ['a score anywhere', { onStage: { team: 'A', score: 4.2 } }, 4],
    ['a rank in a list', { entries: [{ team: 'A' }, { team: 'B', rank: 1 }] }, 4],
    ['the winners beside the reveal', { reveal: { shown: [], awards: [] } }, 4],
  ])('gives itself away with %s', (_what, payload, shown) => {
    expect(findSecrets(payload, shown)).toHaveLength(1)
  })
})

describe('the checks of a rehearsal', () => {
  it('distinguish kept, broken and untried promises, with what was seen first', () => {
    const promises = createPromiseChecks()
    promises.check('saved', true, () => '')
    promises.check('press', false, () => 'two were accepted')
    promises.check('press', false, () => 'three were accepted')
    expect(promises.listHeld()).toHaveLength(1)
    expect(promises.listBroken()).toEqual([
      { sentence: 'Two desks cannot press twice', times: 2, first: 'two were accepted' },
    ])
    expect(promises.listHeld().length + promises.listUnchecked().length + 1).toBe(15)
  })

  it('compute percentiles from the values themselves', () => {
    expect(percentile([3, 1, 2, 4], 0.5)).toBe(2)
    expect(percentile([1, 2, 3, 4], 0.99)).toBe(4)
    expect(percentile([], 0.5)).toBeUndefined()
  })
})

describe('the command line', () => {
  const good = ['--url', 'http://localhost:3000', '--key', 'a-key-that-is-long-enough']

  it('fills in what is left out, and takes the key out of a whole link', () => {
    expect(readArguments(good)).toMatchObject({ judges: 6, entries: 8, speed: 20, seed: 1 })
    const link = ['--url', 'http://localhost:3000/owner', '--key', 'http://localhost:3000/owner#k=abcdefghijkl']
    expect(readArguments(link)).toMatchObject({ url: 'http://localhost:3000', key: 'abcdefghijkl' })
  })

  it.each([
    [['--url', 'localhost', '--key', 'abcdefghijkl'], '--url takes the address'],
    [['--url', 'http://localhost:3000'], '--key takes'],
    [[...good, '--judges', '0'], '--judges takes a whole number from 1 to 500.'],
    [[...good, '--judges', '2.5'], '--judges takes a whole number'],
    [[...good, '--entries', '1000'], '--entries takes a whole number from 1 to 100.'],
    [[...good, '--speed', 'fast'], '--speed takes a number'],
    [[...good, '--seed', ''], '--seed takes a whole number'],
    [[...good, '--frob', '1'], '--frob is unknown'],
    [[...good, 'now'], 'now is unknown'],
    [['--url'], '--url is unknown, or lacks its value.'],
  ])('says what %j lacks', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence)
  })
})
