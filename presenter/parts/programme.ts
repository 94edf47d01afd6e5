import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { Problem } from '../../web/core/api.ts'
import { readEventAndLineUp } from '../../web/core/event.ts'

export type Programme = {
  event: Accessor<Event | undefined>
  /** In running order. */
  entries: Accessor<Entry[]>
  missing: Accessor<boolean>
  reload(): Promise<void>
}

/** The event and its line-up, loaded again when the stage reports a change. */
export function createProgramme(slug: string, stage: Accessor<StageSnapshot | undefined>): Programme {
  const [event, setEvent] = createSignal<Event>()
  // Reconciled by id, so that a row on the desk survives a reload of the order.
  const [lines, setLines] = createStore<{ entries: Entry[] }>({ entries: [] })
  const [missing, setMissing] = createSignal(false)
  let newestVersion = -1
  let retry: ReturnType<typeof setTimeout> | undefined

  async function reload() {
    clearTimeout(retry)
    try {
      const latest = await readEventAndLineUp(slug)
      setEvent(latest.event)
      setMissing(false)
      // An older answer that arrives late is ignored.
      if (latest.lineUpVersion >= newestVersion) setLines('entries', reconcile(latest.entries))
      newestVersion = Math.max(newestVersion, latest.lineUpVersion)
    } catch (problem) {
      setMissing(problem instanceof Problem && problem.status === 404)
      retry = setTimeout(reload, missing() ? 10_000 : 2000)
    }
  }

  // Calling a team and closing scoring change `shown`, which is part of the line-up.
  const reloadKey = createMemo(() => {
    const now = stage()
    return `${now?.lineUpVersion}/${now?.onStage?.id}/${now?.phase}`
  })
  createEffect(on(reloadKey, reload))
  onCleanup(() => clearTimeout(retry))
  return { event, entries: () => lines.entries, missing, reload }
}
