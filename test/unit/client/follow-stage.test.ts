import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyBallot } from '../../../api/rules/ballot/ballot.ts'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'
import {
  acceptsTap,
  chosenRestMs,
  commentRestMs,
  type FollowEvent,
  type FollowState,
  follow,
  initialFollowState,
  isHalfDone,
  isOnStageView,
  isReadOnly,
  restMs,
  settleMs,
  turnDueAt,
  type View,
  type Work,
} from '../../../web/judge/follow-stage.ts'

const ballot = (entryId: string): View => ({ on: 'ballot', entryId })
const stage = (onStageId: string | undefined): FollowEvent => ({ type: 'stage', onStageId })

function play(steps: [atMs: number, event: FollowEvent, work?: Work][], from: FollowState = initialFollowState) {
  return steps.reduce((state, [atMs, event, work = 'none']) => follow(state, event, atMs, work), from)
}

describe('a judge’s phone that follows the stage', () => {
  it('turns to the first team at once', () => {
    expect(play([[0, stage('bins')]]).view).toEqual(ballot('bins'))
  })

  it('stays on a scanned team as long as on a chosen one, and turns four seconds after the next call', () => {
    const scanned = play([
      [0, stage('bins')],
      [1000, { type: 'open', view: ballot('trees'), scanned: true }],
      [1000 + chosenRestMs - 1, { type: 'tick' }],
    ])
    expect(scanned.view).toEqual(ballot('trees'))
    expect(follow(scanned, { type: 'tick' }, 1000 + chosenRestMs, 'none').view).toEqual(ballot('bins'))
    const called = play([[2000, stage('damp')]], play([[1000, { type: 'open', view: ballot('trees'), scanned: true }]]))
    expect(called.view).toEqual(ballot('trees'))
    expect(follow(called, { type: 'tick' }, 1000 + restMs, 'none').view).toEqual(ballot('damp'))
  })

  it('turns at the call when nobody has touched it for four seconds', () => {
    expect(
      play([
        [0, stage('bins')],
        [1000, { type: 'touch' }],
        [5000, stage('damp')],
      ]).view,
    ).toEqual(ballot('damp'))
  })

  it('turns four seconds after the last touch when the judge was touching it at the call', () => {
    const touched = play([
      [0, stage('bins')],
      [9000, { type: 'touch' }],
      [10_500, stage('damp')],
      [12_000, { type: 'touch' }],
    ])
    expect(touched.view).toEqual(ballot('bins'))
    expect(turnDueAt(touched, 'none')).toBe(16_000)
    expect(play([[15_999, { type: 'tick' }]], touched).view).toEqual(ballot('bins'))
    expect(play([[16_000, { type: 'tick' }]], touched).view).toEqual(ballot('damp'))
  })

  it('keeps a half-done ballot until it is done', () => {
    const called = play([
      [0, stage('bins')],
      [1000, { type: 'touch' }, 'half-done'],
      [60_000, stage('damp'), 'half-done'],
    ])
    expect(play([[600_000, { type: 'tick' }, 'half-done']], called).view).toEqual(ballot('bins'))
    expect(play([[600_000, { type: 'tick' }, 'none']], called).view).toEqual(ballot('damp'))
  })

  it('waits longer for somebody who writes a comment', () => {
    const called = play([
      [0, stage('bins')],
      [1000, { type: 'touch' }],
      [1500, stage('damp'), 'comment'],
    ])
    expect(turnDueAt(called, 'comment')).toBe(1000 + commentRestMs)
  })

  it('keeps a page that the judge chose after the turn for longer, and then returns to the stage', () => {
    const chosen = play([
      [0, stage('bins')],
      [1000, { type: 'open', view: { on: 'teams' } }],
    ])
    expect(turnDueAt(chosen, 'none')).toBe(1000 + chosenRestMs)
    expect(turnDueAt(play([[2000, stage('damp')]], chosen), 'none')).toBe(1000 + restMs)
  })

  it('shows what was counted when scoring closes', () => {
    expect(
      play([
        [0, stage('bins')],
        [1, { type: 'not-live' }],
      ]).view,
    ).toEqual({ on: 'start' })
  })

  it('counts a ballot with scores or a comment, and not all of its scores, as half done', () => {
    const criterion = (id: string): Criterion => ({
      id,
      name: id,
      description: '',
      min: 1,
      max: 5,
      weight: 1,
      levels: {},
    })
    const rubric = [criterion('a'), criterion('b')]
    expect(isHalfDone({ ...emptyBallot('bins'), comment: 'Lovely' }, rubric)).toBe(true)
    expect(isHalfDone({ ...emptyBallot('bins'), scores: { a: 3, b: 4 } }, rubric)).toBe(false)
    expect(isHalfDone({ ...emptyBallot('bins'), scores: { a: 1 }, recused: true }, rubric)).toBe(false)
  })
})

describe('a finished ballot of a team that is not on stage', () => {
  const called = play([
    [0, stage('bins')],
    [1000, { type: 'touch' }],
    [1500, stage('damp')],
  ])
  it('is read-only from the moment of the call', () => expect(isReadOnly(called, 'bins', true)).toBe(true))
  it('takes taps once the judge has pressed Change', () =>
    expect(isReadOnly(play([[2000, { type: 'change' }]], called), 'bins', true)).toBe(false))
  it('is read-only again at the next call', () =>
    expect(
      isReadOnly(
        play(
          [
            [2000, { type: 'change' }],
            [2100, stage('form')],
          ],
          called,
        ),
        'bins',
        true,
      ),
    ).toBe(true))
  it('stays open while it is not finished', () => expect(isReadOnly(called, 'bins', false)).toBe(false))
})

const teams = ['a', 'b', 'c']
const views: View[] = [...teams.map(ballot), { on: 'teams' }]
const anyEvent: fc.Arbitrary<FollowEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<FollowEvent>({ type: 'touch' }) },
  { weight: 3, arbitrary: fc.constant<FollowEvent>({ type: 'tick' }) },
  { weight: 3, arbitrary: fc.constantFrom(...teams, undefined).map(stage) },
  { weight: 1, arbitrary: fc.constantFrom(...views).map((view): FollowEvent => ({ type: 'open', view })) },
  { weight: 1, arbitrary: fc.constant<FollowEvent>({ type: 'change' }) },
)
const anyStep = fc.record({
  event: anyEvent,
  afterMs: fc.integer({ min: 1, max: 6000 }),
  work: fc.constantFrom<Work>('none', 'none', 'none', 'half-done', 'comment'),
})

describe('whatever is pressed, by whom and when', () => {
  it('an idle phone shows the team on stage after its rest', () =>
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let nowMs = 0
        const state = steps.reduce((last, { event, afterMs, work }) => {
          nowMs += afterMs
          return follow(last, event, nowMs, work)
        }, initialFollowState)
        if (state.onStageId === undefined) return
        const dueAtMs = Math.max(nowMs, state.touchedAtMs + (state.arrived ? chosenRestMs : restMs))
        const rested = follow(state, { type: 'tick' }, dueAtMs, 'none')
        expect(isOnStageView(rested)).toBe(true)
      }),
    ))

  it('a phone turns by itself only to the team on stage, and never away from a half-done ballot', () =>
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let nowMs = 0
        let state = initialFollowState
        for (const { event, afterMs, work } of steps) {
          nowMs += afterMs
          const next = follow(state, event, nowMs, work)
          const turned = event.type !== 'open' && JSON.stringify(next.view) !== JSON.stringify(state.view)
          if (turned) {
            expect(isOnStageView(next)).toBe(true)
            expect(state.view.on === 'ballot' && work === 'half-done').toBe(false)
          }
          state = next
        }
      }),
    ))

  it('no tap changes a finished ballot of another team without Change, nor a ballot that has just appeared', () =>
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let nowMs = 0
        let state = initialFollowState
        let changed = false
        for (const { event, afterMs, work } of steps) {
          nowMs += afterMs
          const next = follow(state, event, nowMs, work)
          const moved = next.onStageId !== state.onStageId || JSON.stringify(next.view) !== JSON.stringify(state.view)
          changed = event.type === 'change' || (changed && !moved)
          if (moved && next.viewedAtMs === nowMs) {
            expect(acceptsTap(next, nowMs + settleMs - 1)).toBe(false)
            expect(acceptsTap(next, nowMs + settleMs)).toBe(true)
          }
          if (next.view.on === 'ballot' && next.view.entryId !== next.onStageId)
            expect(isReadOnly(next, next.view.entryId, true)).toBe(!changed)
          state = next
        }
      }),
    ))
})
