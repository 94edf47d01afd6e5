import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { EventPage } from './event.ts'
import type { Feed } from './feed.ts'

/** Which entries have been called so far, and the one on stage now. */
export function createShown({ feed, page }: { feed: Feed; page: EventPage }) {
  const [seen, setSeen] = createSignal<string[]>([])
  const onStageId = createMemo(() => feed.stage()?.onStage?.id)
  const onStage = createMemo(
    () => page.entries().find((entry) => entry.id === onStageId()) ?? feed.stage()?.onStage ?? undefined,
  )
  const shown = createMemo(() => {
    const before = page.entries().filter((entry) => entry.shown)
    return new Set([...before.map((entry) => entry.id), ...seen()])
  })
  createEffect(
    on(onStageId, (id) => {
      if (id && !seen().includes(id)) setSeen([...seen(), id])
    }),
  )
  createEffect(on(feed.stage, (stage) => stage && page.keepUp(stage.lineUpVersion)))

  // A phone that was away may have missed a team, so it reads the line-up again when the show went on meanwhile.
  let lastVersion: number | undefined
  createEffect(
    on([feed.connected, feed.stage], ([connected, stage], before) => {
      const back = connected && before && !before[0]
      if (back && stage && lastVersion !== undefined && stage.version > lastVersion) page.load()
      if (connected && stage) lastVersion = stage.version
    }),
  )
  return { shown, onStage }
}
