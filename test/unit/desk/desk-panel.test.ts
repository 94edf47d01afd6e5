import { describe, expect, it } from 'vitest'
import type { PanelMember } from '../../../api/schema/stage.ts'
import { memberState } from '../../../presenter/desk/panel/member-state.ts'

const nowMs = Date.parse('2026-06-20T16:00:00Z')
const seenAt = (secondsAgo: number) => new Date(nowMs - secondsAgo * 1000).toISOString()
const judge = (more: Partial<PanelMember> = {}): PanelMember => ({
  id: 'j',
  name: 'A. Grant',
  role: '',
  organisation: '',
  status: 'admitted',
  away: false,
  challengeOnly: false,
  arrived: true,
  mergedInto: null,
  claim: null,
  in: false,
  inBefore: true,
  done: 2,
  seenAt: seenAt(3),
  ...more,
})
const stateWords = (more: Partial<PanelMember>, at: Partial<Parameters<typeof memberState>[1]> = {}) =>
  memberState(judge(more), { onStage: true, open: 3, nowMs, ...at }).words

describe('a judge on the desk', () => {
  it.each<[string, Partial<PanelMember>]>([
    ['2 of 3', {}],
    ['in', { in: true, done: 3 }],
    ['away', { away: true, challengeOnly: false, in: true, seenAt: seenAt(900) }],
    ['2 of 3', { seenAt: seenAt(40) }],
    ['offline 1 min', { seenAt: seenAt(41) }],
    ['offline 1 min', { seenAt: seenAt(119) }],
    ['offline 2 min', { seenAt: seenAt(120) }],
    ['offline 59 min', { seenAt: seenAt(3599) }],
    ['offline 2 h', { seenAt: seenAt(7300) }],
    ['not here yet', { seenAt: null, arrived: false }],
    ['2 of 3', { seenAt: null }],
    ['challenges only', { challengeOnly: true }],
    ['challenges only', { challengeOnly: true, in: true }],
    ['offline 2 min', { challengeOnly: true, seenAt: seenAt(120) }],
  ])('is “%s” with %o', (expected, more) => {
    expect(stateWords(more)).toBe(expected)
  })

  it('is in, whether the phone still listens or not', () => {
    expect(stateWords({ in: true, seenAt: seenAt(600) })).toBe('in')
  })

  it('is ready before the first team', () => {
    expect(stateWords({ done: 0 }, { onStage: false, open: 0 })).toBe('ready')
  })

  it('is not called offline by a disconnected desk', () => {
    expect(stateWords({ seenAt: seenAt(600) }, { nowMs: undefined })).toBe('2 of 3')
  })
})
