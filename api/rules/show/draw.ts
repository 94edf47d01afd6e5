import { refuse } from '../refusal.ts'
import type { Show } from './apply-cue.ts'
import { mulberry32 } from './chance.ts'

/** Fisher and Yates with mulberry32. Sorts the ids first, so that anyone with the ids and the seed gets the same order. */
export function shuffle(entryIds: readonly string[], seed: number): string[] {
  const order = [...entryIds].sort()
  const uniform = mulberry32(seed)
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

type Slot = { id: string; warmUp: boolean }

export function drawRunningOrder(entries: readonly Slot[], seed: number): string[] {
  const [warmUps, scored] = [entries.filter((entry) => entry.warmUp), entries.filter((entry) => !entry.warmUp)]
  const ids = (slots: readonly Slot[]) => slots.map((slot) => slot.id)
  return [...ids(warmUps), ...shuffle(ids(scored), seed)]
}

/** Others may be between the drawn entries, and some of them may be gone. */
export function isInDrawnOrder(entryIds: readonly string[], drawn: readonly string[]): boolean {
  const remaining = drawn.filter((id) => entryIds.includes(id))
  return entryIds.filter((id) => drawn.includes(id)).every((id, at) => remaining[at] === id)
}

/** Refuses once a team has been called: after a draw it could be called twice. */
export function checkDraw(show: Pick<Show, 'shownIds'>, scoredEntries: number): void {
  if (scoredEntries < 2) refuse('nothing-to-draw')
  if (show.shownIds.length > 0)
    refuse('too-late-to-change', 'A team has been on stage, so the order is no longer drawn')
}
