import { type Accessor, createEffect, createMemo } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'

/** The entry whose turn it is to be shown: each for `turnMs`, at the same time on every screen. */
export function createTurns(entries: Accessor<Entry[]>, nowMs: Accessor<number>, turnMs: number) {
  const turn = createMemo(() => Math.floor(nowMs() / turnMs))
  const at = (number: number) => entries()[number % Math.max(1, entries().length)]
  const entry = createMemo(() => at(turn()))
  createEffect(() => preloadPicture(at(turn() + 1)))
  return entry
}

/** Loads a picture before its turn. */
export function preloadPicture(entry: Pick<Entry, 'picture'> | null | undefined): void {
  if (entry?.picture) new Image().src = entry.picture
}
