import { refuse } from '../refusal.ts'
import { mulberry32 } from './chance.ts'
import type { Show } from './move.ts'

/**
 * The order in which chance puts the entries: their ids in the order of the alphabet, then shuffled (Fisher and Yates) by mulberry32
 * from the seed. It does not hang on the order they stood in, so anyone with the ids and the seed gets the same.
 */
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

/** The whole running order once chance has decided: warm-ups first, as they stood, then everyone who is scored. */
export function drawRunningOrder(entries: readonly Slot[], seed: number): string[] {
  const [warmUps, scored] = [entries.filter((entry) => entry.warmUp), entries.filter((entry) => !entry.warmUp)]
  const ids = (slots: readonly Slot[]) => slots.map((slot) => slot.id)
  return [...ids(warmUps), ...shuffle(ids(scored), seed)]
}

/** Whether those who were drawn still stand in that order; others may have come between, or have left. */
export function isInDrawnOrder(entryIds: readonly string[], drawn: readonly string[]): boolean {
  const remaining = drawn.filter((id) => entryIds.includes(id))
  return entryIds.filter((id) => drawn.includes(id)).every((id, at) => remaining[at] === id)
}

/** Refused once a team has been called: a draw would send it on stage twice. */
export function checkDraw(show: Pick<Show, 'shownIds'>, scoredEntries: number): void {
  if (scoredEntries < 2) refuse('nothing-to-draw')
  if (show.shownIds.length > 0)
    refuse('too-late-to-change', 'A team has been on stage, so the order is no longer drawn')
}
