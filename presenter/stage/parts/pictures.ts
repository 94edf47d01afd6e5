import { createSignal } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'

/** Teams whose picture cannot be loaded are shown as those without one. */
export function createPictures() {
  const [failed, setFailed] = createSignal<ReadonlySet<string>>(new Set())
  return {
    addressOf: ({ picture }: Pick<Entry, 'picture'>): string | null =>
      picture !== null && failed().has(picture) ? null : picture,
    markFailed: (address: string) => setFailed((before) => new Set([...before, address])),
  }
}

export type Pictures = ReturnType<typeof createPictures>
