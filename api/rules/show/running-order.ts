import { refuse } from '../refusal.ts'

/** A new running order names every entry exactly once; anything else was made from an older line-up. */
export function checkRunningOrder(before: string[], after: string[]): void {
  const same =
    before.length === after.length && new Set(after).size === after.length && after.every((id) => before.includes(id))
  if (!same) refuse('order-incomplete')
}
