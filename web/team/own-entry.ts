import { createEffect, createSignal, on } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { sendPicture } from '../core/browser/send-picture.ts'
import type { EventPage } from '../core/event.ts'
import type { Feed } from '../core/feed/feed.ts'

export type OwnEntry = { entry: Entry; ready: boolean }

/** The entry that this phone's key is for. */
export function readOwn(slug: string): Promise<OwnEntry> {
  return ask<OwnEntry>(api.events[':slug'].entries.mine.$get({ param: { slug } }))
}

/** A team's own entry, and whether the desk knows that it is ready; read again whenever the stage moves. */
export function createOwnEntry(slug: string, read: OwnEntry, feed: Feed, page: EventPage) {
  const { id } = read.entry
  const at = api.events[':slug'].entries
  const [ready, setReady] = createSignal(read.ready)
  let presses = 0

  async function refresh() {
    const before = presses
    try {
      const fresh = await readOwn(slug)
      if (before === presses) setReady(fresh.ready)
    } catch (failure) {
      // The next update asks again.
      asProblem(failure)
    }
  }
  createEffect(on(feed.stage, refresh, { defer: true }))

  return {
    id,
    /** As the line-up has it; until that is read, as the key brought it. */
    entry: () => page.entries().find((entry) => entry.id === id) ?? read.entry,
    ready,
    async sayReady(json: { ready: boolean }) {
      presses += 1
      const said = await ask<{ ready: boolean }>(at.mine.ready.$post({ param: { slug }, json }))
      presses += 1
      setReady(said.ready)
    },
    async save(json: Parameters<(typeof at)[':id']['$patch']>[0]['json']) {
      await ask(at[':id'].$patch({ param: { slug, id }, json }))
      await page.load()
    },
    /** Without a picture: takes it away. */
    async changePicture(picture: Blob | undefined) {
      await sendPicture(slug, id, picture)
      await page.load()
    },
  }
}

export type Own = ReturnType<typeof createOwnEntry>
