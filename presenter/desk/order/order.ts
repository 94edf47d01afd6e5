import { createMemo, createSignal } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { api, ask } from '../../../web/core/api.ts'
import type { LiveEvent } from '../../../web/core/live-event.ts'
import { createReconciledList } from '../../parts/reconciled-list.ts'
import type { DeskRequests } from '../requests.ts'

export function moveTo(ids: string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}

export function nextPlace(waits: boolean[], from: number, by: 1 | -1): number | undefined {
  for (let place = from + by; place >= 0 && place < waits.length; place += by) if (waits[place]) return place
  return undefined
}

/** A moved row is shown in its new place while the server saves it. */
export function createOrder(slug: string, liveEvent: LiveEvent, requests: DeskRequests) {
  const savedEntries = createReconciledList(liveEvent.entries)
  const [pendingIds, setPendingIds] = createSignal<string[]>()
  const entries = createMemo(() => {
    const all = savedEntries()
    const ids = pendingIds()
    if (!ids || ids.length !== all.length) return all
    return ids.flatMap((id) => all.find((entry) => entry.id === id) ?? [])
  })
  const event = api.events[':slug']

  async function move(id: string, place: number): Promise<boolean> {
    const entryIds = moveTo(
      entries().map((entry) => entry.id),
      id,
      place,
    )
    setPendingIds(entryIds)
    const answer = await requests.send(() => ask(event['running-order'].$put({ param: { slug }, json: { entryIds } })))
    await liveEvent.load()
    setPendingIds(undefined)
    return answer !== undefined
  }

  async function change(
    id: string,
    json: Partial<Pick<Entry, 'skipped' | 'warmUp' | 'talkSeconds' | 'questionsSeconds'>>,
  ) {
    const answer = await requests.send(() => ask(event.entries[':id'].$patch({ param: { slug, id }, json })))
    if (answer) await liveEvent.load()
    return answer !== undefined
  }

  async function add(json: { team: string; title: string }): Promise<Entry | undefined> {
    const answer = await requests.send(() => ask(event.entries.$post({ param: { slug }, json })))
    if (answer) await liveEvent.load()
    return answer?.entry
  }

  return { savedEntries, entries, move, change, add }
}
