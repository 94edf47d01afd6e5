import { createHash, randomBytes, randomInt } from 'node:crypto'
import { codeLetters, pickEntryCode } from '../rules/event/codes.ts'

/** A key of 128 random bits. It is issued once; only its hash is stored. */
export function newKey(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * The key of a judge who joined with a `joinId`: as random as that is, and the same each time, so that a repeated join is answered alike
 * although only the hash of the key is stored.
 */
export function keyOfJoin(eventId: string, joinId: string): string {
  return createHash('sha256').update(`join ${eventId} ${joinId}`).digest('base64url').slice(0, 22)
}

/** The stored hash. Keys are random, so plain SHA-256 is enough; a look-up by hash leaks no timing. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

export function newId(): string {
  return Array.from({ length: 12 }, () => idLetters[randomInt(idLetters.length)]).join('')
}

/** An event's short code: five characters that survive being read aloud and typed. */
export function newCode(): string {
  return Array.from({ length: 5 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
}

/** An entry's own two characters, unlike those in use. */
export function newEntryCode(used: ReadonlySet<string>): string {
  return pickEntryCode(used, (below) => randomInt(below))
}

/** A pairing code that one desk shows and another types: eight characters, 40 random bits. */
export function newDeskCode(): string {
  return Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
}

export function newSeed(): number {
  return randomInt(1_000_000)
}

const idLetters = 'abcdefghijkmnpqrstuvwxyz23456789'
