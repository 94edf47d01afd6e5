import { describe, expect, it } from 'vitest'
import { planTurns } from '../../../api/rules/show/forecast.ts'
import { aboutWords, placeInQueue, turnWords } from '../../../api/rules/show/queue.ts'

const nowMs = Date.parse('2026-06-20T15:30:00Z')
const minute = 60_000
const slot = (id: string) => ({ id, talkSeconds: null, questionsSeconds: null, skipped: false, shown: false })
const order = ['a', 'b', 'c', 'd'].map(slot)
type Slot = Parameters<typeof placeInQueue>[1][number]
const event = { startsAt: null as string | null, talkSeconds: 240, questionsSeconds: 120 }
const ready = { state: 'ready', part: 'talk', plannedMs: 4 * minute } as const

type Stage = Parameters<typeof placeInQueue>[3]
const stage = (onStage: string | null, more: Partial<Stage> = {}): Stage => ({
  phase: 'live',
  onStage: onStage === null ? null : slot(onStage),
  interruptedIds: [],
  timer: ready,
  pause: null,
  showcase: null,
  ...more,
})
const place = (id: string, at: Stage, about = event) => placeInQueue(id, order, about, at, nowMs)
const changed = (id: string, to: Partial<Slot>): Slot[] =>
  order.map((slot) => (slot.id === id ? { ...slot, ...to } : slot))
const running = (part: 'talk' | 'questions', leftMs: number) => ({
  timer: { state: 'running' as const, part, plannedMs: 4 * minute, endsAt: new Date(nowMs + leftMs).toISOString() },
})

describe('the planned turns', () => {
  it('gives each its moment from the start, by its own times, and none to a skipped one', () => {
    const slot = (id: string, more = {}) => ({ id, talkSeconds: null, questionsSeconds: null, skipped: false, ...more })
    const order = [
      slot('a'),
      slot('b', { skipped: true }),
      slot('c', { talkSeconds: 600, questionsSeconds: 0 }),
      slot('d'),
    ]
    const turns = planTurns(order, { talkSeconds: 240, questionsSeconds: 120 })
    expect([...turns]).toEqual([
      ['a', 0],
      ['c', 360_000],
      ['d', 960_000],
    ])
  })
})

describe('a place in the queue', () => {
  it('counts the turns until its own and what is left of the turn on stage', () => {
    expect(place('b', stage('a', running('talk', minute)))).toEqual({ is: 'waiting', ahead: 1, aboutMs: 3 * minute })
    expect(place('c', stage('a', running('talk', minute)))).toEqual({ is: 'waiting', ahead: 2, aboutMs: 9 * minute })
    const afterA = changed('a', { shown: true })
    const at = stage('b', running('questions', minute))
    expect(placeInQueue('c', afterA, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 1, aboutMs: minute })
  })
  it('counts a turn in overtime as nearly done, never as negative', () => {
    expect(place('b', stage('a', running('questions', -5 * minute)))).toEqual({ is: 'waiting', ahead: 1, aboutMs: 0 })
  })
  it('counts a clock that has not been started as a whole turn', () => {
    expect(place('b', stage('a'))).toEqual({ is: 'waiting', ahead: 1, aboutMs: 6 * minute })
  })
  it('waits for the end of a break that says when it ends, and then for the rest of the turn it interrupted', () => {
    const pause = (minutes: number) => ({
      pause: { message: '', untilAt: new Date(nowMs + minutes * minute).toISOString() },
    })
    const about = (at: Stage) => [place('b', at), place('c', at)].map((turn) => 'aboutMs' in turn && turn.aboutMs)
    const done = running('questions', -minute)
    expect(about(stage('a', { ...done, ...pause(10) }))).toEqual([10 * minute, 16 * minute])
    expect(about(stage('a', { ...running('questions', 2 * minute), ...pause(1) }))).toEqual([3 * minute, 9 * minute])
    expect(about(stage('a', { ...done, ...pause(-10) }))).toEqual([0, 6 * minute])
    expect(about(stage('a', { ...done, pause: { message: 'Tea', untilAt: null } }))).toEqual([0, 6 * minute])
  })
  it('counts from the planned start before anyone is called', () => {
    const planned = { ...event, startsAt: '2026-06-20T15:40:00Z' }
    expect(place('a', stage(null, { phase: 'setup' }), planned)).toEqual({
      is: 'waiting',
      ahead: 1,
      aboutMs: 10 * minute,
    })
    expect(place('c', stage(null), planned)).toEqual({ is: 'waiting', ahead: 3, aboutMs: 22 * minute })
  })
  it('names no time where nothing is planned', () => {
    expect(place('b', stage(null, { phase: 'setup' }))).toEqual({ is: 'waiting', ahead: 2, aboutMs: null })
    expect(place('b', stage(null))).toEqual({ is: 'waiting', ahead: 2, aboutMs: 6 * minute })
  })
  it('ignores a start that was planned hours ago', () => {
    const stale = { ...event, startsAt: '2026-06-20T12:00:00Z' }
    expect(place('a', stage(null, { phase: 'setup' }), stale)).toEqual({ is: 'waiting', ahead: 1, aboutMs: null })
  })
  it('leaves out skipped teams, and counts own times of those that have them', () => {
    const at = stage('a', running('questions', minute))
    const skipping = changed('b', { skipped: true })
    expect(placeInQueue('c', skipping, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 1, aboutMs: minute })
    const long = changed('b', { talkSeconds: 600, questionsSeconds: 0 })
    expect(placeInQueue('c', long, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 2, aboutMs: 11 * minute })
  })
  it('is aside when it is skipped', () => {
    expect(placeInQueue('b', changed('b', { skipped: true }), event, stage('a'), nowMs)).toEqual({ is: 'aside' })
  })
  it('is still to come when a later team was called before it', () => {
    const shown = order.map((slot) => ({ ...slot, shown: slot.id === 'a' || slot.id === 'd' }))
    const at = stage('d', running('questions', minute))
    expect(placeInQueue('b', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 1, aboutMs: minute })
    expect(placeInQueue('c', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 2, aboutMs: 7 * minute })
    expect(placeInQueue('d', shown, event, stage('b'), nowMs)).toEqual({ is: 'been' })
  })
  it('is still to come when the desk went back twice, the earlier team first', () => {
    const shown = order.map((slot) => ({ ...slot, shown: slot.id !== 'd' }))
    const at = stage('a', { ...running('questions', minute), interruptedIds: ['c', 'b'] })
    expect(placeInQueue('b', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 1, aboutMs: minute })
    expect(placeInQueue('c', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 2, aboutMs: 7 * minute })
    expect(placeInQueue('d', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 3, aboutMs: 13 * minute })
  })
  it('is next again when the desk went back and it was interrupted', () => {
    const shown = order.map((slot) => ({ ...slot, shown: slot.id === 'a' || slot.id === 'b' }))
    const at = stage('a', { ...running('questions', minute), interruptedIds: ['b'] })
    expect(placeInQueue('b', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 1, aboutMs: minute })
    expect(placeInQueue('c', shown, event, at, nowMs)).toEqual({ is: 'waiting', ahead: 2, aboutMs: 7 * minute })
  })
  it('counts the rest of a talk that a break interrupts after the break', () => {
    const pause = { message: '', untilAt: new Date(nowMs + 10 * minute).toISOString() }
    const timer = { state: 'paused' as const, part: 'talk' as const, plannedMs: 4 * minute, remainingMs: minute }
    expect(place('b', stage('a', { timer, pause }))).toEqual({ is: 'waiting', ahead: 1, aboutMs: 13 * minute })
  })
  it('is on stage, has been, or is over', () => {
    expect(place('b', stage('b'))).toEqual({ is: 'on-stage' })
    expect(placeInQueue('a', changed('a', { shown: true }), event, stage('b'), nowMs)).toEqual({ is: 'been' })
    expect(place('d', stage('b', { phase: 'closed' }))).toEqual({ is: 'over' })
  })
})

describe('the words for a place in the queue', () => {
  it('are short', () => {
    expect([1, 2, 3, 4, 11, 21].map(turnWords)).toEqual([
      'next',
      '2nd from now',
      '3rd from now',
      '4th from now',
      '11th from now',
      '21st from now',
    ])
    const about = [0, 20_000, minute, 9 * minute + 10_000, 89 * minute, 100 * minute, 120 * minute, 2000 * minute]
    expect(about.map(aboutWords)).toEqual([
      'any moment now',
      'any moment now',
      'about a minute',
      'about 9 minutes',
      'about 89 minutes',
      'about 1½ hours',
      'about 2 hours',
      '',
    ])
  })
})
