import { createEffect, createSignal, on } from 'solid-js'
import type { Entry, Slides } from '../../api/schema/entry.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { sendPicture } from '../core/browser/send-picture.ts'
import type { Feed } from '../core/feed/feed.ts'
import type { LiveEvent } from '../core/live-event.ts'

export type OwnEntry = { entry: Entry; ready: boolean }

export function fetchOwnEntry(slug: string): Promise<OwnEntry> {
  return ask<OwnEntry>(api.events[':slug'].entries.mine.$get({ param: { slug } }))
}

export function createOwnEntry(slug: string, read: OwnEntry, feed: Feed, liveEvent: LiveEvent) {
  const { id } = read.entry
  const at = api.events[':slug'].entries
  const [ready, setReady] = createSignal(read.ready)
  /** The line-up names them only once everyone may read them. */
  const [slides, setSlides] = createSignal<Slides | null>(read.entry.slides, { equals: isSameDeck })
  let presses = 0

  async function refresh() {
    const before = presses
    try {
      const latest = await fetchOwnEntry(slug)
      if (before === presses) setReady(latest.ready)
      setSlides(latest.entry.slides)
    } catch (failure) {
      // The next update of the stage retries.
      asProblem(failure)
    }
  }
  createEffect(on(feed.stage, refresh, { defer: true }))

  return {
    id,
    entry: () => liveEvent.entries().find((entry) => entry.id === id) ?? read.entry,
    ready,
    slides,
    setSlides: (deck: Slides | null) => void setSlides(deck),
    async saveReady(json: { ready: boolean }) {
      presses += 1
      const saved = await ask<{ ready: boolean }>(at.mine.ready.$post({ param: { slug }, json }))
      presses += 1
      setReady(saved.ready)
    },
    async save(json: Parameters<(typeof at)[':id']['$patch']>[0]['json']) {
      await ask(at[':id'].$patch({ param: { slug, id }, json }))
      await liveEvent.load()
    },
    async changePicture(picture: Blob | undefined) {
      await sendPicture(slug, id, picture)
      await liveEvent.load()
    },
  }
}

const isSameDeck = (before: Slides | null, after: Slides | null) => before?.version === after?.version

export type OwnEntryStore = ReturnType<typeof createOwnEntry>
