import type { Award } from '../../api/schema/result.ts'

const smallNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "eight teams", "1 team" never: up to twelve in words, as on a poster. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${smallNumbers[count] ?? count} ${count === 1 ? one : many}`
}

/** "four minutes" of whole minutes, else as figures. */
export function minutesWords(ms: number): string {
  return ms % 60_000 === 0 ? countWords(ms / 60_000, 'minute') : durationWords(ms)
}

/** "4 minutes", "1 minute", "90 seconds", "2 min 30 s". */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (seconds <= 90 && seconds !== 60) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  if (rest === 0) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return `${minutes} min ${rest} s`
}

// A name that runs from right to left must not turn the words around it.
const apart = (name: string) => (/[\u0590-\u08ff]/.test(name) ? `\u2068${name}\u2069` : name)

/** "A", "A and B", "A, B and C"; past `most` of them, "A, B and 3 more". */
export function listWords(names: string[], most = 99): string {
  const kept =
    names.length > most ? [...names.slice(0, most).map(apart), `${names.length - most} more`] : names.map(apart)
  if (kept.length < 2) return kept[0] ?? ''
  return `${kept.slice(0, -1).join(', ')} and ${kept.at(-1)}`
}

/** "16:40" on this laptop's wall. */
export function wallTime(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** "Friday 20 June". */
export function wallDate(atMs: number): string {
  return new Date(atMs).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
}

/** "3:05" of a length of time. */
export function lengthText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function startCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "4 of 6 judges in", or what to say while there are none. */
export function judgesIn(scoring: { in: number; of: number }): string {
  if (scoring.of === 0) return 'No judges have joined yet'
  return `${scoring.in} of ${scoring.of} ${scoring.of === 1 ? 'judge' : 'judges'} in`
}

/** What an award is called in front of the room. */
export function awardLabel(award: Award): string {
  return award.kind === 'criterion' ? `Best for: ${award.name}` : award.name
}

/** Whether an award is the one that the evening is for. */
export const isWinner = (award: Award) => award.kind === 'place' && award.rank === 1
