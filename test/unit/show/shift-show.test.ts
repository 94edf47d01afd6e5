import { describe, expect, it } from 'vitest'
import { createClock } from '../../../api/operations/clock.ts'
import { editedAtMs } from '../../../api/rules/ballot/ballot.ts'
import { applyCue, freshShow, type MoveContext } from '../../../api/rules/show/apply-cue.ts'
import { shiftShow } from '../../../api/rules/show/shift-show.ts'
import { stageTimer } from '../../../api/rules/show/stage-timer.ts'
import { remainingMs } from '../../../api/rules/show/timer.ts'

const startMs = Date.parse('2026-06-20T15:00:00Z')
const hourMs = 3_600_000
const setting: MoveContext = {
  entryIds: ['a', 'b'],
  skippedIds: [],
  showcaseIds: [],
  onStageHasBallots: false,
  talkMs: () => 240_000,
  questionsMs: () => 120_000,
  deck: () => ({ pages: 0, everyMs: null }),
  revealSteps: 4,
  nowMs: startMs,
}

describe('server time', () => {
  it('does not step with the machine’s clock until it is moved', () => {
    let wallMs = startMs
    let steadyMs = 5_000
    const clock = createClock(
      () => wallMs,
      () => steadyMs,
    )
    wallMs += hourMs
    steadyMs += 1_000
    expect(clock.now()).toBe(startMs + 1_000)
    expect(clock.driftMs()).toBe(hourMs - 1_000)
    clock.move(clock.driftMs())
    expect(clock.now()).toBe(wallMs)
    expect(clock.driftMs()).toBe(0)
  })
})

describe('a show whose server’s clock is corrected', () => {
  it.each([hourMs, -hourMs])('has as much left of talks and breaks after a step of %i ms', (byMs) => {
    const play = (show: ReturnType<typeof freshShow>, cue: Parameters<typeof applyCue>[1], atMs = 0) =>
      applyCue(show, cue, { ...setting, nowMs: startMs + atMs })
    const onA = play(play(play(freshShow(1), { cue: 'open-doors' }), { cue: 'next' }), { cue: 'start-timer' })
    const untilAt = new Date(startMs + 600_000).toISOString()
    const shows = [onA, play(onA, { cue: 'next' }, 60_000), play(onA, { cue: 'break', untilAt }, 60_000)]
    for (const show of shows) {
      const shifted = shiftShow(show, byMs)
      const nowMs = startMs + 90_000
      expect(remainingMs(stageTimer(shifted.timer), nowMs + byMs)).toBe(remainingMs(stageTimer(show.timer), nowMs))
      const left = (at: typeof show) => at.pause?.untilAt && Date.parse(at.pause.untilAt)
      expect(left(shifted)).toBe(show.pause ? startMs + 600_000 + byMs : left(show))
      expect(shiftShow(shifted, -byMs)).toEqual(show)
    }
  })
})

describe('the stored moment of a tap', () => {
  const at = (ms: number) => new Date(ms).toISOString()
  it('is never far in the future', () => {
    expect(editedAtMs(at(startMs + 4_000), startMs)).toBe(startMs + 4_000)
    expect(editedAtMs(at(startMs + hourMs), startMs)).toBe(startMs)
  })
  it('follows the ballot that stands when that is in the future and the tap is later still', () => {
    const standing = at(startMs + hourMs)
    expect(editedAtMs(at(startMs + hourMs + 9_000), startMs, standing)).toBe(startMs + hourMs + 1)
    expect(editedAtMs(at(startMs + hourMs - 9_000), startMs, standing)).toBe(startMs)
  })
})
