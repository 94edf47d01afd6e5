import { describe, expect, it } from 'vitest'
import type { Entry } from '../../api/schema/entry.ts'
import { type PlanParts, planEvening, planWords } from '../../presenter/desk/plan.ts'

const minuteMs = 60_000
const startMs = Date.parse('2026-06-20T16:00:00Z')
const ids = ['a', 'b', 'c', 'd']
const stage = (onStageId: string | null, timer: PlanParts['stage']['timer']): PlanParts['stage'] => ({
  phase: 'live',
  onStage: onStageId === null ? null : ({ id: onStageId } as Entry),
  timer,
  pause: null,
})
const ready = { state: 'ready', part: 'talk', plannedMs: 4 * minuteMs } as const
const parts = (more: Partial<PlanParts> = {}): PlanParts => ({
  entries: ids.map((id) => ({ id, shown: false })),
  stage: stage(null, ready),
  startsAtMs: startMs,
  talkMs: 4 * minuteMs,
  questionsMs: 2 * minuteMs,
  nowMs: startMs - 30 * minuteMs,
  ...more,
})
const running = (leftMs: number, nowMs: number, part: 'talk' | 'questions' = 'talk') => ({
  state: 'running' as const,
  part,
  plannedMs: 4 * minuteMs,
  endsAt: new Date(nowMs + leftMs).toISOString(),
})

describe('the plan of the evening', () => {
  it('is the plan itself before it begins', () => {
    const plan = planEvening(parts())
    expect(plan.callAtMs.get('a')).toBe(startMs)
    expect(plan.callAtMs.get('c')).toBe(startMs + 12 * minuteMs)
    expect(planWords(plan)).toMatchObject({ over: false, words: expect.stringMatching(/^On time; ends /) })
  })

  it('begins now when the start has passed and nobody has been called', () => {
    const nowMs = startMs + 4 * minuteMs
    const plan = planEvening(parts({ nowMs }))
    expect(plan.callAtMs.get('a')).toBe(nowMs)
    expect(planWords(plan).words).toMatch(/^4 minutes over; ends \d\d:\d\d instead of \d\d:\d\d$/)
  })

  it('counts what is left of the talk, then the questions, then everybody who waits', () => {
    const nowMs = startMs + 8 * minuteMs
    const entries = ids.map((id) => ({ id, shown: id === 'a' || id === 'b' }))
    const plan = planEvening(parts({ nowMs, entries, stage: stage('b', running(2 * minuteMs, nowMs)) }))
    expect(plan.callAtMs.get('c')).toBe(nowMs + 4 * minuteMs)
    expect(plan.endsAtMs).toBe(startMs + 24 * minuteMs)
    expect(plan.callAtMs.has('a')).toBe(false)
  })

  it('does not count overtime twice', () => {
    const nowMs = startMs + 9 * minuteMs
    const entries = ids.map((id) => ({ id, shown: id === 'a' }))
    const plan = planEvening(parts({ nowMs, entries, stage: stage('a', running(-minuteMs, nowMs, 'questions')) }))
    expect(plan.callAtMs.get('b')).toBe(nowMs)
  })

  it('waits for the end of a break', () => {
    const nowMs = startMs + 2 * minuteMs
    const untilMs = nowMs + 15 * minuteMs
    const broken = { ...stage(null, ready), pause: { message: '', untilAt: new Date(untilMs).toISOString() } }
    expect(planEvening(parts({ nowMs, stage: broken })).callAtMs.get('a')).toBe(untilMs)
  })

  it('is not compared with a plan for another day, nor with none', () => {
    const nowMs = startMs - 24 * 60 * minuteMs
    const entries = ids.map((id) => ({ id, shown: id === 'a' }))
    const rehearsal = planEvening(parts({ nowMs, entries, stage: stage('a', ready) }))
    expect(planWords(rehearsal).words).toMatch(/^Ends about /)
    expect(planWords(planEvening(parts({ startsAtMs: null }))).words).toMatch(/^Ends about /)
  })

  it('says how early it is', () => {
    const nowMs = startMs + 16 * minuteMs
    const entries = ids.map((id) => ({ id, shown: true }))
    const plan = planEvening(parts({ nowMs, entries, stage: stage('d', running(minuteMs, nowMs, 'questions')) }))
    expect(planWords(plan)).toMatchObject({ over: false, words: expect.stringMatching(/^7 minutes early; ends /) })
  })
})
