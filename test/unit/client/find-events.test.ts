import { describe, expect, it } from 'vitest'
import type { OwnerEvent } from '../../../api/schema/event.ts'
import { findEvents, peopleWords } from '../../../web/owner/find-events.ts'

const event = (name: string, more: object = {}) =>
  ({
    name,
    slug: 'a',
    code: 'ABCDE',
    venue: '',
    startsAt: null,
    phase: 'setup',
    teams: 0,
    judges: 1,
    judgesHere: 0,
    ...more,
  }) as OwnerEvent
const events = [
  event('Hac y Ŵyl', { venue: 'Y Senedd' }),
  event('Hack day', { startsAt: '2026-06-20T12:00:00Z', phase: 'final' }),
]

describe('finding an event', () => {
  it.each([
    ['', 2],
    ['gŵyl', 0],
    ['wyl', 1],
    ['SENEDD hac', 1],
    ['senedd day', 0],
    ['june 2026', 1],
    ['published', 1],
    ['abcde', 2],
    ['%', 0],
  ])('by “%s”', (words, found) => {
    expect(findEvents(events, words)).toHaveLength(found)
  })

  it('counts its teams and judges', () => {
    expect(peopleWords(event('a'))).toBe('No teams, 1 judge')
    expect(peopleWords(event('a', { teams: 12, judges: 9, judgesHere: 7 }))).toBe('12 teams, 9 judges (7 here now)')
  })
})
