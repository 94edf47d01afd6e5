import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../api/rules/refusal.ts'
import { applyCue, freshShow, type MoveContext, type Show } from '../../../api/rules/show/apply-cue.ts'
import { nextEntryId } from '../../../api/rules/show/running-order.ts'
import { stageHistory } from '../../../api/rules/show/show.ts'
import { stageTimer } from '../../../api/rules/show/stage-timer.ts'
import type { Cue, CueName } from '../../../api/schema/cue.ts'

const t0 = Date.parse('2026-06-20T15:00:00Z')
const setting: MoveContext = {
  entryIds: ['a', 'b', 'c'],
  skippedIds: [],
  showcaseIds: [],
  onStageHasBallots: false,
  talkMs: () => 240_000,
  questionsMs: () => 120_000,
  deck: () => ({ pages: 0, everyMs: null }),
  revealSteps: 4,
  nowMs: t0,
}

const play = (show: Show, ...cues: (Cue | CueName)[]) =>
  cues.reduce((now, cue) => applyCue(now, (typeof cue === 'string' ? { cue } : cue) as Cue, setting), show)
const refusalOf = (show: Show, cue: Cue | CueName, at: MoveContext = setting) => {
  try {
    applyCue(show, (typeof cue === 'string' ? { cue } : cue) as Cue, at)
    return undefined
  } catch (refusal) {
    return (refusal as Refusal).code
  }
}
const fresh = freshShow(240_000)
const phases = {
  setup: fresh,
  live: play(fresh, 'open-doors', 'next'),
  closed: play(fresh, 'open-doors', 'next', 'close-scoring'),
  revealing: play(fresh, 'open-doors', 'next', 'close-scoring', 'start-reveal'),
  final: play(
    fresh,
    ...([
      'open-doors',
      'next',
      'close-scoring',
      'start-reveal',
      'reveal-next',
      'reveal-next',
      'reveal-next',
      'reveal-next',
      'publish',
    ] as const),
  ),
}

describe('the show', () => {
  it('plays from the doors to the winners', () => {
    expect(phases.setup).toMatchObject({ phase: 'setup', scene: 'welcome' })
    expect(play(fresh, 'open-doors')).toMatchObject({ phase: 'live', scene: 'welcome', onStageId: null })
    expect(phases.live).toMatchObject({ phase: 'live', scene: 'on-stage', onStageId: 'a', shownIds: ['a'] })
    expect(phases.closed).toMatchObject({ phase: 'closed', scene: 'deciding' })
    expect(phases.revealing).toMatchObject({ phase: 'revealing', scene: 'reveal', reveal: { step: 0, of: 4 } })
    expect(phases.final).toMatchObject({ phase: 'final', scene: 'winners', reveal: { step: 4, of: 4 } })
  })

  it.each<[string, Show, Cue | CueName, string]>([
    ['calls nobody before the doors are open', phases.setup, 'next', 'not-open'],
    ['closes nothing before the doors are open', phases.setup, 'close-scoring', 'not-open'],
    ['has no team after the last', play(phases.live, 'next', 'next'), 'next', 'no-next-entry'],
    ['has no team before the first', phases.live, 'back', 'no-entry-before'],
    ['calls no entry of another event', phases.live, { cue: 'call', entryId: 'z' }, 'no-such-entry'],
    ['starts no clock for nobody', play(fresh, 'open-doors'), 'start-timer', 'nobody-on-stage'],
    ['pauses no clock that was not started', phases.live, 'pause-timer', 'timer-not-started'],
    ['reveals nothing while judges score', phases.live, 'start-reveal', 'close-first'],
    ['steps nowhere before the reveal', phases.closed, 'reveal-next', 'reveal-not-started'],
    ['publishes nothing before the reveal', phases.closed, 'publish', 'reveal-not-started'],
    ['calls nobody after the close', phases.closed, 'next', 'scoring-closed'],
    ['opens scoring no more once the reveal has begun', phases.revealing, 'reopen-scoring', 'reveal-under-way'],
    ['steps back from nothing', phases.revealing, 'reveal-back', 'none-shown'],
    ['publishes only what has all been shown', play(phases.revealing, 'reveal-next'), 'publish', 'not-all-shown'],
    [
      'shows no more than all',
      play(phases.revealing, 'reveal-next', 'reveal-next', 'reveal-next', 'reveal-next'),
      'reveal-next',
      'all-shown',
    ],
    ['takes nothing back once it is final', phases.final, 'reveal-back', 'too-late-to-change'],
  ])('%s', (_, show, cue, code) => {
    expect(refusalOf(show, cue)).toBe(code)
  })

  it('does not begin a reveal without a result', () => {
    expect(refusalOf(phases.closed, 'start-reveal', { ...setting, revealSteps: 0 })).toBe('no-result')
  })

  it.each<[Show, Cue | CueName]>([
    [phases.live, 'open-doors'],
    [phases.live, { cue: 'call', entryId: 'a' }],
    [phases.live, 'reset-timer'],
    [phases.live, 'resume'],
    [phases.live, 'reopen-scoring'],
    [phases.live, { cue: 'message', text: '' }],
    [phases.live, { cue: 'add-time', seconds: 0 }],
    [play(phases.live, 'start-timer'), 'start-timer'],
    [play(phases.live, 'start-timer', 'pause-timer'), 'pause-timer'],
    [play(phases.live, 'open-scoring'), 'open-scoring'],
    [play(phases.live, 'own-laptop'), 'own-laptop'],
    [play(phases.live, 'blank'), 'blank'],
    [play(phases.live, { cue: 'break', message: 'Tea' }), { cue: 'break', message: 'Tea' }],
    [phases.closed, 'close-scoring'],
    [phases.revealing, 'start-reveal'],
    [phases.final, 'publish'],
  ])('leaves %o as it is when %o is already true', (show, cue) => {
    expect(play(show, cue)).toBe(show)
  })

  it('undoes one press, and the clock runs on as if it had never been pressed', () => {
    const running = play(phases.live, 'start-timer')
    const mistaken = play(running, 'next')
    const undone = play(mistaken, 'undo')
    expect(undone).toMatchObject({ onStageId: 'a', scene: 'on-stage', timer: running.timer, shownIds: ['a'] })
    expect(undone).toEqual({ ...running, before: null })
    expect(refusalOf(undone, 'undo')).toBe('nothing-to-undo')
    expect(refusalOf(phases.closed, 'undo')).toBe('nothing-to-undo')
    expect(refusalOf(phases.revealing, 'undo')).toBe('nothing-to-undo')
  })

  it('keeps an undone call on the record when somebody has scored that entry', () => {
    const undone = applyCue(play(phases.live, 'next'), { cue: 'undo' }, { ...setting, onStageHasBallots: true })
    expect(undone).toMatchObject({ onStageId: 'a', shownIds: ['a', 'b'] })
    expect(Object.keys(undone.calledAt).sort()).toEqual(['a', 'b'])
  })

  it('calls next the first in the order that has not been on, whichever was called out of turn', () => {
    const four = { ...setting, entryIds: ['a', 'b', 'c', 'd'] }
    const order = four.entryIds.map((id) => ({ id, skipped: false }))
    let show = applyCue(phases.live, { cue: 'call', entryId: 'd' }, four)
    for (const expected of ['b', 'c']) {
      expect(nextEntryId(order, stageHistory(show))).toBe(expected)
      show = applyCue(show, { cue: 'next' }, four)
      expect(show.onStageId).toBe(expected)
    }
    expect(nextEntryId(order, stageHistory(show))).toBeUndefined()
    expect(refusalOf(show, 'next', four)).toBe('no-next-entry')
  })

  it('calls with back the team that was on before, not one that has not been on', () => {
    const four = { ...setting, entryIds: ['a', 'b', 'c', 'd'] }
    const onD = applyCue(phases.live, { cue: 'call', entryId: 'd' }, four)
    expect(applyCue(onD, { cue: 'back' }, four).onStageId).toBe('a')
  })

  it('calls the team that a back interrupted again, with its clock as it stood', () => {
    const at = (seconds: number, show: Show, cue: CueName) =>
      applyCue(show, { cue } as Cue, { ...setting, nowMs: t0 + seconds * 1000 })
    const onB = at(0, play(phases.live, 'next'), 'start-timer')
    const onA = at(60, onB, 'back')
    expect(onA.onStageId).toBe('a')
    const again = at(90, onA, 'next')
    expect(again.onStageId).toBe('b')
    expect(stageTimer(again.timer)).toMatchObject({ state: 'paused', remainingMs: 180_000 })
    expect(at(90, again, 'next').onStageId).toBe('c')
  })

  it('calls a new team after a back from one whose talk was over', () => {
    const at = (seconds: number, show: Show, cue: CueName) =>
      applyCue(show, { cue } as Cue, { ...setting, nowMs: t0 + seconds * 1000 })
    const onB = at(0, play(phases.live, 'next'), 'start-timer')
    expect(at(260, at(250, onB, 'back'), 'next').onStageId).toBe('c')
  })

  it('plays a show that an earlier version stored', () => {
    const { clocks: _clocks, interruptedIds: _interrupted, ...stored } = play(phases.live, 'start-timer')
    const before = { scene: 'on-stage', sceneBefore: 'on-stage', onStageId: 'a', timer: stored.timer } as const
    const old = { ...stored, before: { ...before, message: null, pause: null } } as unknown as Show
    expect(play(old, 'undo')).toMatchObject({ onStageId: 'a', shownIds: ['a'] })
    expect(play(old, 'next', 'back')).toMatchObject({ onStageId: 'a', interruptedIds: ['b'] })
  })

  it('skips a skipped entry both ways, and calls it by name', () => {
    const skipping = { ...setting, skippedIds: ['b'] }
    const onA = play(fresh, 'open-doors', 'next')
    expect(applyCue(onA, { cue: 'next' }, skipping).onStageId).toBe('c')
    expect(applyCue(applyCue(onA, { cue: 'next' }, skipping), { cue: 'back' }, skipping).onStageId).toBe('a')
    expect(applyCue(onA, { cue: 'call', entryId: 'b' }, skipping).onStageId).toBe('b')
    expect(applyCue(applyCue(onA, { cue: 'call', entryId: 'b' }, skipping), { cue: 'next' }, skipping).onStageId).toBe(
      'c',
    )
  })

  it('gives each slot its own times', () => {
    const own = {
      ...setting,
      talkMs: (id: string | null) => (id === 'b' ? 60_000 : 240_000),
      questionsMs: () => 30_000,
    }
    const onB = applyCue(phases.live, { cue: 'call', entryId: 'b' }, own)
    expect(onB.timer.plannedMs).toBe(60_000)
    expect(applyCue(onB, { cue: 'start-timer', part: 'questions' }, own).timer).toMatchObject({
      part: 'questions',
      plannedMs: 30_000,
    })
  })

  it('returns from a blank within a break to the scene before both', () => {
    const back = play(phases.live, { cue: 'break', message: 'Tea' }, 'blank', 'resume')
    expect(back).toMatchObject({ scene: 'on-stage', pause: null })
  })

  it('leaves the clock running while a team shows its own laptop, and returns to the team, from a blank as well', () => {
    const running = play(phases.live, 'start-timer')
    const shown = play(running, 'own-laptop')
    expect(shown).toMatchObject({ scene: 'own-laptop', onStageId: 'a', timer: running.timer })
    expect(play(shown, 'resume').scene).toBe('on-stage')
    expect(play(shown, 'blank', 'resume').scene).toBe('on-stage')
    expect(play(shown, 'next')).toMatchObject({ scene: 'on-stage', onStageId: 'b' })
    expect(play(shown, 'undo').scene).toBe('on-stage')
    expect(refusalOf(play(fresh, 'open-doors'), 'own-laptop')).toBe('nobody-on-stage')
    expect(refusalOf(phases.closed, 'own-laptop')).toBe('scoring-closed')
  })

  it('keeps the clock to the millisecond through pauses, added time and a server that was away', () => {
    const at = (ms: number, show: Show, cue: Cue) => applyCue(show, cue, { ...setting, nowMs: t0 + ms })
    let show = at(0, phases.live, { cue: 'start-timer' })
    show = at(10_000, show, { cue: 'pause-timer' })
    expect(stageTimer(show.timer)).toMatchObject({ state: 'paused', remainingMs: 230_000 })
    show = at(70_000, show, { cue: 'add-time', seconds: 60 })
    show = at(100_000, show, { cue: 'start-timer' })
    expect(stageTimer(show.timer)).toMatchObject({
      state: 'running',
      plannedMs: 300_000,
      endsAt: new Date(t0 + 390_000).toISOString(),
    })
  })

  it('never shows an entry that was not called, a missing step, or a clock without a start, whatever is pressed', () => {
    const cue = fc.oneof(
      ...(
        [
          'open-doors',
          'next',
          'back',
          'start-timer',
          'pause-timer',
          'reset-timer',
          'open-scoring',
          'own-laptop',
          'resume',
          'blank',
          'close-scoring',
          'reopen-scoring',
          'start-reveal',
          'reveal-next',
          'reveal-back',
          'publish',
        ] as const
      ).map((name) => fc.constant<Cue>({ cue: name })),
      fc.constantFrom('a', 'b', 'c', 'z').map((entryId): Cue => ({ cue: 'call', entryId })),
      fc.integer({ min: -400, max: 400 }).map((seconds): Cue => ({ cue: 'add-time', seconds })),
      fc.constantFrom('', 'Tea').map((message): Cue => ({ cue: 'break', message })),
    )
    const order = ['setup', 'live', 'closed', 'revealing', 'final']
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 60 }), (cues) => {
        let show = fresh
        let nowMs = t0
        for (const cue of cues) {
          nowMs += 1000
          const before = show
          try {
            show = applyCue(show, cue, { ...setting, nowMs })
          } catch (refusal) {
            expect(refusal).toBeInstanceOf(Refusal)
          }
          expect(applyCue(structuredClone(show), { cue: 'resume' }, setting).scene).not.toBe('break')
          expect(show.onStageId === null || show.shownIds.includes(show.onStageId)).toBe(true)
          expect(show.shownIds.every((id) => setting.entryIds.includes(id))).toBe(true)
          expect(new Set(show.shownIds).size).toBe(show.shownIds.length)
          expect(show.reveal.step).toBeLessThanOrEqual(show.reveal.of)
          expect(show.reveal.step).toBeGreaterThanOrEqual(0)
          expect(show.timer.plannedMs).toBeGreaterThanOrEqual(0)
          expect(show.timer.startedAt !== null || show.timer.pausedAt === null).toBe(true)
          const moved = order.indexOf(show.phase) - order.indexOf(before.phase)
          expect(moved === 0 || moved === 1 || (moved === -1 && before.phase === 'closed')).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
