import { describe, expect, it } from 'vitest'
import { checkConsent, costWords, noCost } from '../../../api/rules/ballot/change-cost.ts'
import { assignFreshIds, refitBallots, rubricAction } from '../../../api/rules/ballot/rubric-change.ts'
import { presets } from '../../../api/rules/ballot/rubric-presets.ts'
import { withoutEntry } from '../../../api/rules/event/entry.ts'
import { findPhaseRefusal } from '../../../api/rules/permissions.ts'
import { Refusal } from '../../../api/rules/refusal.ts'
import { freshShow } from '../../../api/rules/show/apply-cue.ts'
import type { Phase } from '../../../api/schema/event.ts'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'
import { criterionBody } from '../../../api/schema/judging/criterion.ts'

const question = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  ...{ id, name: id, description: '', min: 1, max: 5, weight: 1, levels: {} },
  ...more,
})
const [use, show] = [question('use'), question('show')]
const ballot = (scores: Record<string, number>, complete: boolean, recused = false) => ({ scores, complete, recused })
const codeOf = (work: () => unknown) => {
  try {
    work()
    return 'fine'
  } catch (failure) {
    return failure instanceof Refusal ? failure.code : failure
  }
}

describe('a rubric after judges have scored', () => {
  const full = ballot({ use: 4, show: 3 }, true)
  const half = ballot({ use: 2 }, false)
  const aside = ballot({ use: 2 }, false, true)

  it('costs nothing when only its words change', () => {
    const after = [{ ...use, name: 'Would you use it?', levels: { '1': 'No' } }, show]
    expect(
      refitBallots(
        [full, half],
        () => [use, show],
        () => after,
      ),
    ).toEqual({ changed: [], cost: noCost })
  })
  it('reopens complete ballots with a new question, but not those of a recused judge', () => {
    const { changed, cost } = refitBallots(
      [full, half, aside],
      () => [use, show],
      () => [use, show, question('new')],
    )
    expect(changed).toEqual([ballot({ use: 4, show: 3 }, false)])
    expect(cost).toEqual({ ...noCost, reopened: 1 })
  })
  it('removes the scores of a removed question, and completes ballots that lacked only that', () => {
    const { changed, cost } = refitBallots(
      [full, half, aside],
      () => [use, show],
      () => [use],
    )
    expect(changed).toEqual([ballot({ use: 4 }, true), ballot({ use: 2 }, true)])
    expect(cost).toEqual({ ...noCost, scores: 1, completed: 1 })
  })
  it('reports that other weights change the sums, once there are scores', () => {
    const after = [use, { ...show, weight: 2 }]
    expect(
      refitBallots(
        [full],
        () => [use, show],
        () => after,
      ).cost,
    ).toEqual({ ...noCost, reweighed: true })
    expect(
      refitBallots(
        [half],
        () => [use, show],
        () => after,
      ).cost,
    ).toEqual(noCost)
  })
  it('gives a question another id with another scale, and never an id that was scored before', () => {
    const ids = (after: Criterion[], scored: string[]) =>
      assignFreshIds([use, show], after, scored).map((criterion) => criterion.id)
    expect(ids([{ ...use, max: 10 }, show], [])).toEqual(['use-2', 'show'])
    expect(ids([{ ...use, max: 10 }, show, question('use-2')], [])).toEqual(['use-3', 'show', 'use-2'])
    expect(ids([use, question('gone')], ['gone', 'gone-2'])).toEqual(['use', 'gone-3'])
    expect(ids([use, question('new')], ['use'])).toEqual(['use', 'new'])
  })
  it.each<[Phase, Criterion[], string]>([
    ['setup', [question('other')], 'fine'],
    ['live', [question('other')], 'fine'],
    ['closed', [{ ...use, name: 'Better words' }, show], 'fine'],
    ['closed', [use], 'scoring-closed'],
    ['closed', [use, show, question('new')], 'scoring-closed'],
    ['closed', [use, { ...show, weight: 2 }], 'scoring-closed'],
    ['closed', [use, { ...show, max: 10 }], 'scoring-closed'],
    ['closed', [show, use], 'scoring-closed'],
    ['revealing', [use, show], 'too-late-to-change'],
    ['final', [{ ...use, name: 'Better words' }, show], 'too-late-to-change'],
  ])('in the phase %s may change as far as it does no harm', (phase, after, expected) => {
    expect(findPhaseRefusal(rubricAction([use, show], after), phase)?.code ?? 'fine').toBe(expected)
  })
})

describe('what a change costs', () => {
  const cost = { ...noCost, scores: 3, reopened: 1 }
  it('is accepted only as it was shown', () => {
    expect(codeOf(() => checkConsent(noCost, undefined))).toBe('fine')
    expect(codeOf(() => checkConsent(cost, cost))).toBe('fine')
    for (const other of [undefined, noCost, { ...cost, scores: 2 }, { ...cost, scores: 4 }, { ...cost, prizes: 1 }])
      expect(codeOf(() => checkConsent(cost, other))).toBe('ballots-at-stake')
  })
  it('is worded for one and for many', () => {
    expect(costWords({ ...noCost, ballots: 1, prizes: 2 })).toEqual([
      '1 ballot would be thrown away',
      '2 prizes would be given to nobody',
    ])
    expect(costWords({ ...cost, completed: 2, reweighed: true })).toHaveLength(4)
  })
})

describe('a show whose entry is removed', () => {
  const live = { ...freshShow(1), onStageId: 'b', shownIds: ['a', 'b'], calledAt: { a: 'then', b: 'now' } }
  const { scene, sceneBefore, timer, message, pause } = live
  it('forgets it, and no undo restores it', () => {
    const before = { scene, sceneBefore, timer, message, pause, onStageId: 'a' }
    expect(withoutEntry({ ...live, before }, 'a')).toMatchObject({
      shownIds: ['b'],
      calledAt: { b: 'now' },
      before: null,
    })
  })
  it('keeps the one on stage', () => {
    expect(codeOf(() => withoutEntry(live, 'b'))).toBe('entry-in-use')
  })
})

describe('every ready-made rubric', () => {
  it.each(presets.map((preset) => [preset.name, preset]))(
    '“%s” fits the shape and says what each score means',
    (_, { criteria }) => {
      for (const criterion of criteria) {
        expect(criterionBody.parse(criterion)).toEqual(criterion)
        expect(Object.values(criterion.levels).filter(Boolean)).toHaveLength(criterion.max - criterion.min + 1)
      }
      expect(new Set(criteria.map((criterion) => criterion.id)).size).toBe(criteria.length)
    },
  )
  it('asks its own questions: no two share an id', () => {
    const ids = presets.flatMap((preset) => preset.criteria.map((criterion) => criterion.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
