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
  /** There is no event at this address. */
  missing: Accessor<boolean>
  reread(): Promise<void>
}

/** The event and its line-up, read again whenever the stage says that they changed. */
export function createProgramme(slug: string, stage: Accessor<StageSnapshot | undefined>): Programme {
  const [event, setEvent] = createSignal<Event>()
  // Kept by id, so that a row on the desk stays the same row when the order is read again.
  const [lines, setLines] = createStore<{ entries: Entry[] }>({ entries: [] })
  const [missing, setMissing] = createSignal(false)
  let newest = -1
  let retry: ReturnType<typeof setTimeout> | undefined

  async function reread() {
    clearTimeout(retry)
    try {
      const latest = await readEventAndLineUp(slug)
      setEvent(latest.event)
      setMissing(false)
      // An answer that was slow on its way must not undo a later one.
      if (latest.lineUpVersion >= newest) setLines('entries', reconcile(latest.entries))
      newest = Math.max(newest, latest.lineUpVersion)
    } catch (problem) {
      setMissing(problem instanceof Problem && problem.status === 404)
      // An event that is not there may be set up any minute; a server that is away comes back sooner.
      retry = setTimeout(reread, missing() ? 10_000 : 2000)
    }
  }

  // Calling a team and closing scoring change who has been shown, which the line-up says too.
  const reasons = createMemo(() => {
    const now = stage()
    return `${now?.lineUpVersion}/${now?.onStage?.id}/${now?.phase}`
  })
  createEffect(on(reasons, reread))
  onCleanup(() => clearTimeout(retry))
  return { event, entries: () => lines.entries, missing, reread }
}
