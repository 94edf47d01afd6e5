import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import type { EventPage } from './event.ts'
import type { Feed } from './feed/feed.ts'
import type { Storage } from './storage.ts'

type Options = { slug: string; feed: Feed; page: EventPage; storage: Promise<Storage> }
type Remembered = { stage: StageSnapshot; seen: string[] }

/** The newest stage snapshot or, until one arrives, the stored one; the entry on stage, and every entry that has been called. */
export function createStageState({ slug, feed, page, storage }: Options) {
  const key = `${slug}/stage`
  const [seen, setSeen] = createSignal<string[]>([])
  const [remembered, setRemembered] = createSignal<StageSnapshot>()
  const stage = createMemo(() => feed.stage() ?? remembered())
  const onStage = createMemo(() => {
    const now = stage()?.onStage
    return now ? (page.entries().find((entry) => entry.id === now.id) ?? now) : undefined
  })
  const shown = createMemo(() => {
    const before = page.entries().filter((entry) => entry.shown)
    return new Set([...before.map((entry) => entry.id), ...seen()])
  })
  const see = (ids: string[]) =>
    setSeen((last) => (ids.every((id) => last.includes(id)) ? last : [...new Set([...last, ...ids])]))

  storage.then(async (kept) => {
    const last = await kept.read<Remembered>(key)
    if (!last || last.stage.lineUpVersion < page.lineUpVersion()) return
    see(last.seen)
    setRemembered(last.stage)
  })
  createEffect(
    on(feed.stage, async (now) => {
      if (!now) return
      if (now.onStage) see([now.onStage.id])
      page.loadVersion(now.lineUpVersion)
      await (await storage).write<Remembered>(key, () => ({ stage: now, seen: seen() }))
    }),
  )
  // The line-up names every called entry; a call that this phone saw may have been undone.
  createEffect(
    on(
      page.lineUpVersion,
      () => {
        const id = feed.stage()?.onStage?.id
        setSeen(id === undefined ? [] : [id])
      },
      { defer: true },
    ),
  )

  // A phone that was away may have missed a team, so it reads the line-up again when the show went on meanwhile.
  let lastVersion: number | undefined
  createEffect(
    on([feed.connected, feed.stage], ([connected, now], before) => {
      const back = connected && before && !before[0]
      if (back && now && lastVersion !== undefined && now.version > lastVersion) page.load()
      if (connected && now) lastVersion = now.version
    }),
  )
  return { stage, shown, onStage }
}
