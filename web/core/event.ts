import { createSignal } from 'solid-js'
import type { Entry, LineUp } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import { api, ask, Problem } from './api.ts'
import type { Storage } from './storage.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The event and its line-up, as last read or, until then, as this phone remembers them. */
export function createEvent(slug: string, storage: Promise<Storage>) {
  // A reading that changed nothing must not draw a ballot anew under somebody's thumb.
  const [event, setEvent] = createSignal<Event | undefined>(undefined, { equals: same })
  const [entries, setEntries] = createSignal<Entry[]>([], { equals: same })
  // What is remembered may be of another day; only what the server said just now counts as fresh.
  const [fresh, setFresh] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  /** The version of the line-up that was read last; 0 before the first answer. */
  const [lineUpVersion, setLineUpVersion] = createSignal(0)

  const recalled = storage.then(async (kept) => {
    const last = await kept.read<{ event: Event; entries: Entry[] }>(`${slug}/event`)
    if (!last || event()) return
    setEntries(last.entries)
    setEvent(last.event)
  })

  let loading: Promise<void> | undefined
  /** Reads both again. Offline it leaves what is remembered. */
  function load() {
    loading ??= read().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function read() {
    const param = { slug }
    try {
      const [about, lineUp]: [{ event: Event }, LineUp] = await Promise.all([
        ask(api.events[':slug'].$get({ param })),
        ask(api.events[':slug']['line-up'].$get({ param })),
      ])
      setEntries(lineUp.entries)
      setLineUpVersion(lineUp.version)
      setEvent(about.event)
      setFresh(true)
      setProblem(undefined)
      const kept = await storage
      await kept.write(`${slug}/event`, () => ({ event: about.event, entries: lineUp.entries }))
    } catch (failure) {
      await recalled
      if (failure instanceof Problem) setProblem(failure)
      else throw failure
    }
  }

  /** Reads again when the stage speaks of a later line-up than the one read. */
  const keepUp = async (version: number) => {
    await loading
    if (version > lineUpVersion()) load()
  }
  return { event, entries, lineUpVersion, fresh, problem, load, keepUp }
}

export type EventPage = ReturnType<typeof createEvent>
