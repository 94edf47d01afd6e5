import { describe, expect, it } from 'vitest'
import { handOverMs, handOverProgress, teamBefore } from '../../../api/rules/show/hand-over.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'

const calledMs = Date.parse('2026-06-20T15:00:00Z')
const at = (ms: number) => new Date(calledMs + ms).toISOString()
const ready = { state: 'ready', part: 'talk', plannedMs: 240_000 } as const

type Stage = Parameters<typeof handOverProgress>[0]
const stage = (more: Partial<Stage> = {}): Stage => ({
  scene: 'on-stage',
  timer: ready,
  interruptedIds: [],
  slides: null,
  introduced: false,
  film: null,
  onStage: { id: 'b', calledAt: at(0) },
  ...more,
})

describe('the hand-over', () => {
  it('lasts six seconds from the call, by the server’s time alone', () => {
    expect(handOverProgress(stage(), calledMs)).toBe(0)
    expect(handOverProgress(stage(), calledMs + handOverMs / 2)).toBe(0.5)
    expect(handOverProgress(stage(), calledMs + handOverMs)).toBeUndefined()
  })

  const running: StageSnapshot['timer'] = { ...ready, state: 'running', endsAt: at(240_000) }
  it.each<[string, Partial<Stage>]>([
    ['a clock that the operator started', { timer: running }],
    ['a paused clock', { timer: { ...ready, state: 'paused', remainingMs: 1 } }],
    ['time for questions', { timer: { ...ready, part: 'questions' } }],
    ['slides', { slides: { page: 1, of: 9, turns: null } }],
    ['a film', { film: { startedAt: at(500) } }],
    ['a press that skips it', { introduced: true }],
    ['a break', { scene: 'break' }],
    ['the code for late judges', { scene: 'scoring' }],
    ['an empty stage', { onStage: null }],
    ['a team that was called earlier', { onStage: { id: 'b', calledAt: at(-60_000) } }],
  ])('never covers %s', (_name, more) => {
    expect(handOverProgress(stage(more), calledMs + 1000)).toBeUndefined()
  })

  it('thanks the team that was called last before this one', () => {
    const entries = [
      { id: 'a', calledAt: at(-600_000) },
      { id: 'b', calledAt: at(0) },
      { id: 'c', calledAt: at(-300_000) },
      { id: 'd', calledAt: null },
      { id: 'e', calledAt: at(300_000) },
    ]
    expect(teamBefore(entries, stage())?.id).toBe('c')
  })

  it('thanks nobody before the first team, nor a team that did not present or presents again', () => {
    expect(teamBefore([{ id: 'b', calledAt: at(0) }], stage())).toBeUndefined()
    expect(teamBefore([{ id: 'a', calledAt: at(-3000) }], stage())).toBeUndefined()
    expect(teamBefore([{ id: 'a', calledAt: at(-300_000) }], stage({ interruptedIds: ['a'] }))).toBeUndefined()
  })
})
