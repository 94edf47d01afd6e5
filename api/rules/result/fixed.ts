import type { Phase } from '../../schema/event.ts'
import { refuse } from '../refusal.ts'

/** From the start of the reveal the result and everything that it was computed from stay as they are. */
export function isResultFixed(phase: Phase): boolean {
  return phase === 'revealing' || phase === 'final'
}

/** `unchanged` ends the sentence: what stays as it is. */
export function checkResultNotFixed(phase: Phase, unchanged: string): void {
  if (isResultFixed(phase)) refuse('too-late-to-change', `The result was fixed when the reveal began, so ${unchanged}`)
}
