import { refuse } from '../refusal.ts'

/** Without 0, O, 1 and I, which people confuse when they read a code aloud or type it. */
export const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 1,024 codes, for at most 500 entries and those that were removed. */
const entryCodes = [...codeLetters].flatMap((first) => [...codeLetters].map((second) => first + second))

/** `randomIndex` returns an index below its argument; a secure one keeps codes independent of the order. Refuses when no code is left. */
export function pickEntryCode(used: ReadonlySet<string>, randomIndex: (below: number) => number): string {
  const free = entryCodes.filter((code) => !used.has(code))
  return free[randomIndex(free.length || 1)] ?? refuse('no-code-left')
}

export type TypedCode = { event: string; entry?: string }

/** Accepts any case, spaces and hyphens. Undefined when the text is the code neither of an event nor of an entry. */
export function parseCode(typed: string): TypedCode | undefined {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (code.length === 5) return { event: code }
  return code.length === 7 ? { event: code.slice(0, 5), entry: code.slice(5) } : undefined
}
