import { createMemo, createSignal } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { api, ask } from '../../../web/core/api.ts'
import type { Programme } from '../../parts/programme.ts'
import type { Attempt } from '../attempt.ts'

/** The same ids with one of them at another place, counted from 0. */
export function moveTo(ids: string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}

/** The nearest place up (-1) or down (1) that another waiting team holds; undefined at the end of those. */
export function nextPlace(waits: boolean[], from: number, by: 1 | -1): number | undefined {
  for (let place = from + by; place >= 0 && place < waits.length; place += by) if (waits[place]) return place
  return undefined
}

/** The running order as the desk shows it, and changes to it. What was just moved stands in its new place while the server is told. */
export function createOrder(slug: string, programme: Programme, attempt: Attempt) {
  const [wished, wish] = createSignal<string[]>()
  const entries = createMemo(() => {
    const all = programme.entries()
    const ids = wished()
    if (!ids || ids.length !== all.length) return all
    return ids.flatMap((id) => all.find((entry) => entry.id === id) ?? [])
  })
  const event = api.events[':slug']

  /** True once it is so. */
  async function move(id: string, place: number): Promise<boolean> {
    const entryIds = moveTo(
      entries().map((entry) => entry.id),
      id,
      place,
    )
    wish(entryIds)
    const done = await attempt(() => ask(event['running-order'].$put({ param: { slug }, json: { entryIds } })))
    await programme.reread()
    wish(undefined)
    return done !== undefined
  }

  async function change(
    id: string,
    json: Partial<Pick<Entry, 'skipped' | 'warmUp' | 'talkSeconds' | 'questionsSeconds'>>,
  ) {
    const done = await attempt(() => ask(event.entries[':id'].$patch({ param: { slug, id }, json })))
    if (done) await programme.reread()
    return done !== undefined
  }

  /** A late entry comes last. */
  async function add(json: { team: string; title: string }): Promise<Entry | undefined> {
    const done = await attempt(() => ask(event.entries.$post({ param: { slug }, json })))
    if (done) await programme.reread()
    return done?.entry
  }

  return { entries, move, change, add }
}
