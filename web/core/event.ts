import { createSignal } from 'solid-js'
import type { Entry, LineUp } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import { api, ask, asProblem, type Problem } from './api.ts'
import { setEventZone } from './event-zone.ts'
import type { Storage } from './storage.ts'

export async function readEventAndLineUp(slug: string) {
  const param = { slug }
  const [{ event }, lineUp]: [{ event: Event }, LineUp] = await Promise.all([
    ask(api.events[':slug'].$get({ param })),
    ask(api.events[':slug']['line-up'].$get({ param })),
  ])
  setEventZone(event.timeZone)
  return { event, entries: lineUp.entries, lineUpVersion: lineUp.version }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The event and its line-up, as last loaded or, until then, as stored on this phone. */
export function createEvent(slug: string, storage: Promise<Storage>) {
  // Equal data must not redraw a ballot that somebody is tapping.
  const [event, setEvent] = createSignal<Event | undefined>(undefined, { equals: same })
  const [entries, setEntries] = createSignal<Entry[]>([], { equals: same })
  // Stored data may be days old; only the server's answer is fresh.
  const [fresh, setFresh] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  /** The version of the line-up that was read last; 0 before the first answer. */
  const [lineUpVersion, setLineUpVersion] = createSignal(0)

  const recalled = storage.then(async (kept) => {
    const last = await kept.read<{ event: Event; entries: Entry[] }>(`${slug}/event`)
    if (!last || event()) return
    setEventZone(last.event.timeZone)
    setEntries(last.entries)
    setEvent(last.event)
  })

  let loading: Promise<void> | undefined
  /** Loads both again. Offline, the stored data stays. */
  function load() {
    loading ??= read().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function read() {
    try {
      const latest = await readEventAndLineUp(slug)
      setEntries(latest.entries)
      setLineUpVersion(latest.lineUpVersion)
      setEvent(latest.event)
      setFresh(true)
      setProblem(undefined)
      const kept = await storage
      await kept.write(`${slug}/event`, () => ({ event: latest.event, entries: latest.entries }))
    } catch (failure) {
      await recalled
      setProblem(asProblem(failure))
    }
  }

  /** Loads again when the stage has a later version of the line-up. */
  const loadVersion = async (version: number) => {
    await loading
    if (version > lineUpVersion()) load()
  }
  return { event, entries, lineUpVersion, fresh, problem, load, loadVersion }
}

export type EventPage = ReturnType<typeof createEvent>
