import { countOf, plural } from '../../api/rules/words/plural.ts'
import type { Award } from '../../api/schema/result.ts'
import { eventZone } from '../../web/core/event-zone.ts'

const smallNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

export function countWords(count: number, one: string, other = `${one}s`): string {
  return `${smallNumbers[count] ?? count} ${plural(count, { one, other })}`
}

export function minutesWords(ms: number): string {
  return ms % 60_000 === 0 ? countWords(ms / 60_000, 'minute') : durationWords(ms)
}

export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (seconds <= 90 && seconds !== 60) return countOf(seconds, 'second')
  if (rest === 0) return countOf(minutes, 'minute')
  return `${minutes} min ${rest} s`
}

export function longDate(atMs: number): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: eventZone() } as const
  return new Date(atMs).toLocaleDateString('en-GB', format).replace(',', '')
}

export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function judgesIn(scoring: { in: number; of: number }): string {
  if (scoring.of === 0) return 'No judges have joined yet'
  return `${scoring.in} of ${countOf(scoring.of, 'judge')} in`
}

export function stageAwardName({ kind, name }: Award): string {
  return awardLabels[kind](name)
}

const awardLabels: Record<Award['kind'], (name: string) => string> = {
  place: (name) => name,
  criterion: (name) => `Best for: ${name}`,
  prize: (name) => name,
  challenge: (name) => name,
}

export const isWinner = (award: Award) => award.kind === 'place' && award.rank === 1
