import { describe, expect, it } from 'vitest'
import { planShow, planWords } from '../../../presenter/desk/order/plan.ts'

const minuteMs = 60_000
const startMs = Date.parse('2026-06-20T16:00:00Z')
const ids = ['a', 'b', 'c', 'd']
const usual = { skipped: false, talkSeconds: null, questionsSeconds: null }
type Entries = Parameters<typeof planShow>[0]
type Stage = Parameters<typeof planShow>[2]
const called = (...shown: string[]): Entries => ids.map((id) => ({ ...usual, id, shown: shown.includes(id) }))
const stage = (onStageId: string | null, timer: Stage['timer']): Stage => ({
  phase: 'live',
  onStage: onStageId === null ? null : { ...usual, id: onStageId },
  interruptedIds: [],
  timer,
  pause: null,
  showcase: null,
})
const ready = { state: 'ready', part: 'talk', plannedMs: 4 * minuteMs } as const
const event = { startsAt: new Date(startMs).toISOString() as string | null, talkSeconds: 240, questionsSeconds: 120 }
const planOf = (more: { entries?: Entries; stage?: Stage; nowMs?: number; startsAt?: null } = {}) =>
  planShow(
    more.entries ?? called(),
    { ...event, ...('startsAt' in more ? { startsAt: null } : {}) },
    more.stage ?? stage(null, ready),
    more.nowMs ?? startMs - 30 * minuteMs,
  )
const running = (leftMs: number, nowMs: number, part: 'talk' | 'questions' = 'talk') => ({
  state: 'running' as const,
  part,
  plannedMs: 4 * minuteMs,
  endsAt: new Date(nowMs + leftMs).toISOString(),
})

describe('the plan of the show', () => {
  it('is the plan itself before it begins', () => {
    const plan = planOf()
    expect(plan.callAtMs.get('a')).toBe(startMs)
    expect(plan.callAtMs.get('c')).toBe(startMs + 12 * minuteMs)
    expect(planWords(plan)).toMatchObject({ over: false, words: expect.stringMatching(/^On time; ends /) })
  })

  it('begins now when the start has passed and nobody has been called', () => {
    const nowMs = startMs + 4 * minuteMs
    const plan = planOf({ nowMs })
    expect(plan.callAtMs.get('a')).toBe(nowMs)
    expect(planWords(plan).words).toMatch(/^4 minutes over; ends \d\d:\d\d instead of \d\d:\d\d$/)
  })

  it('counts what is left of the talk, then the questions, then everybody who waits', () => {
    const nowMs = startMs + 8 * minuteMs
    const entries = called('a', 'b')
    const plan = planOf({ nowMs, entries, stage: stage('b', running(2 * minuteMs, nowMs)) })
    expect(plan.callAtMs.get('c')).toBe(nowMs + 4 * minuteMs)
    expect(plan.endsAtMs).toBe(startMs + 24 * minuteMs)
    expect(plan.callAtMs.has('a')).toBe(false)
  })

  it('does not count overtime twice', () => {
    const nowMs = startMs + 9 * minuteMs
    const entries = called('a')
    const plan = planOf({ nowMs, entries, stage: stage('a', running(-minuteMs, nowMs, 'questions')) })
    expect(plan.callAtMs.get('b')).toBe(nowMs)
  })

  it('waits for the end of a break', () => {
    const nowMs = startMs + 2 * minuteMs
    const untilMs = nowMs + 15 * minuteMs
    const broken = { ...stage(null, ready), pause: { message: '', untilAt: new Date(untilMs).toISOString() } }
    expect(planOf({ nowMs, stage: broken }).callAtMs.get('a')).toBe(untilMs)
  })

  it('is not compared with a plan for another day, nor with none', () => {
    const nowMs = startMs - 24 * 60 * minuteMs
    const entries = called('a')
    const rehearsal = planOf({ nowMs, entries, stage: stage('a', ready) })
    expect(planWords(rehearsal).words).toMatch(/^Ends about /)
    expect(planWords(planOf({ startsAt: null })).words).toMatch(/^Ends about /)
  })

  it('says how early it is', () => {
    const nowMs = startMs + 16 * minuteMs
    const entries = called(...ids)
    const plan = planOf({ nowMs, entries, stage: stage('d', running(minuteMs, nowMs, 'questions')) })
    expect(planWords(plan)).toMatchObject({ over: false, words: expect.stringMatching(/^7 minutes early; ends /) })
  })

  it('lets a longer slot move those after it, and says how much later it ends', () => {
    const entries = called().map((entry) => (entry.id === 'b' ? { ...entry, talkSeconds: 8 * 60 } : entry))
    const plan = planOf({ entries })
    expect(plan.callAtMs.get('b')).toBe(startMs + 6 * minuteMs)
    expect(plan.callAtMs.get('c')).toBe(startMs + 16 * minuteMs)
    expect(planWords(plan).words).toMatch(/^4 minutes over; ends /)
  })

  it('makes up for time with shorter slots', () => {
    const nowMs = startMs + 3 * minuteMs
    const entries = called().map((entry) => ({ ...entry, questionsSeconds: entry.id === 'a' ? null : 60 }))
    expect(planWords(planOf({ nowMs, entries })).words).toMatch(/^On time; ends /)
  })

  it('counts the time for questions of the very team on stage', () => {
    const nowMs = startMs + 2 * minuteMs
    const onStage = { ...stage('a', running(2 * minuteMs, nowMs)), onStage: { ...usual, id: 'a', questionsSeconds: 0 } }
    expect(planOf({ nowMs, entries: called('a'), stage: onStage }).callAtMs.get('b')).toBe(nowMs + 2 * minuteMs)
  })

  it('skips a team, which saves its time', () => {
    const entries = called().map((entry) => ({ ...entry, skipped: entry.id === 'b' }))
    const plan = planOf({ entries })
    expect(plan.callAtMs.has('b')).toBe(false)
    expect(plan.callAtMs.get('c')).toBe(startMs + 6 * minuteMs)
    expect(planWords(plan).words).toMatch(/^6 minutes early; ends /)
  })
})
