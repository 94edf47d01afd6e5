import { refuse } from '../refusal.ts'

/** No 0, O, 1 or I, which are mistaken for each other when a code is read aloud or typed. */
export const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Every code that an entry may have: 1,024, for at most 500 entries and those that were removed. */
const entryCodes = [...codeLetters].flatMap((first) => [...codeLetters].map((second) => first + second))

/** A free code for a new entry. `randomIndex` returns an index below its argument; a secure one keeps codes independent of the order. */
export function pickEntryCode(used: ReadonlySet<string>, randomIndex: (below: number) => number): string {
  const free = entryCodes.filter((code) => !used.has(code))
  return free[randomIndex(free.length || 1)] ?? refuse('no-code-left')
}

export type TypedCode = { event: string; entry?: string }

/** A code as people type it: any case, with spaces, hyphens and the like. Undefined when it is neither an event's nor an entry's. */
export function parseCode(typed: string): TypedCode | undefined {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (code.length === 5) return { event: code }
  return code.length === 7 ? { event: code.slice(0, 5), entry: code.slice(5) } : undefined
}
