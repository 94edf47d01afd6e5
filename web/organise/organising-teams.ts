import { reconcile } from 'solid-js/store'
import type { BulkEntries } from '../../api/schema/bulk.ts'
import type { Cost } from '../../api/schema/cost.ts'
import type { Draw, Entry, EntryBody, EntryChanges, NewEntryBody } from '../../api/schema/entry.ts'
import { api, ask, type Problem } from '../core/api.ts'
import { sendPicture } from '../core/browser/send-picture.ts'
import type { Change } from './import/importing.ts'
import { type Organising, publicAddress } from './organising.ts'

/** Changes of the line-up. Each resolves once it is saved and rejects with a Problem. */
export function createTeams(organising: Organising) {
  const { slug, now, setNow, own } = organising
  const at = api.events[':slug']
  const addLink = (id: string, key: string) =>
    setNow('links', id, `${publicAddress(now.event)}/e/${slug}/team#k=${key}`)
  let wanted: string[] | undefined
  let sending = false

  function inOrder(ids: string[]): Entry[] {
    const places = new Map(ids.map((id, place) => [id, place]))
    return [...now.entries]
      .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
      .map((entry, n) => ({ ...entry, slot: n + 1 }))
  }

  /** Shown at once; sent one at a time, only the newest, so that quick presses do not race. */
  async function order(ids: string[], onProblem: (problem: Problem) => void) {
    setNow('entries', reconcile(inOrder(ids)))
    wanted = ids
    if (sending) return
    sending = true
    try {
      await own(async () => {
        while (wanted) {
          const entryIds: string[] = wanted
          wanted = undefined
          await ask(at['running-order'].$put({ param: { slug }, json: { entryIds } }))
        }
      })
    } catch (failure) {
      wanted = undefined
      onProblem(failure as Problem)
    } finally {
      sending = false
    }
  }

  return {
    order,
    /** Draws the order at random, from this seed or the server's. Resolves with the previous order. */
    draw: (seed: number | undefined) =>
      own(async () => {
        const before = now.entries.map((entry) => entry.id)
        const drawn = await ask<{ draw: Draw; entries: Entry[] }>(
          at['running-order'].draw.$post({ param: { slug }, json: { seed } }),
        )
        setNow('event', 'draw', reconcile(drawn.draw))
        setNow('entries', reconcile(drawn.entries))
        return before
      }),
    add: (json: NewEntryBody) =>
      own(async () => {
        const made = await ask<{ entry: Entry; teamKey: string }>(at.entries.$post({ param: { slug }, json }))
        addLink(made.entry.id, made.teamKey)
        setNow('entries', now.entries.length, made.entry)
        return made.entry
      }),
    /** Many in one call. A repeated call adds no entry twice. */
    addMany: (add: EntryBody[], change: Change<EntryBody>[]) =>
      own(async () => {
        const json = { add, change }
        const result = await ask<BulkEntries>(at.entries.many.$post({ param: { slug }, json }))
        for (const { entry, teamKey } of result.added) if (teamKey !== null) addLink(entry.id, teamKey)
        const all = [...result.added.map(({ entry }) => entry), ...result.changed.filter((entry) => entry !== null)]
        const known = new Map(all.map((entry) => [entry.id, entry]))
        const current = now.entries.map((entry) => known.get(entry.id) ?? entry)
        const added = [...known.values()].filter((entry) => !current.some(({ id }) => id === entry.id))
        setNow('entries', reconcile([...current, ...added]))
        return {
          added: result.added.map(({ teamKey }) => teamKey !== null),
          changed: result.changed.map((entry) => entry !== null),
        }
      }),
    save: (id: string, json: EntryChanges) =>
      own(async () => {
        const { entry } = await ask<{ entry: Entry }>(at.entries[':id'].$patch({ param: { slug, id }, json }))
        setNow('entries', (entry) => entry.id === id, reconcile(entry))
      }),
    /** `accepted`: the cost that the refusal named and the organiser accepted. */
    remove: (id: string, accepted?: Cost) =>
      own(async () => {
        const query = accepted ? { ballots: String(accepted.ballots), prizes: String(accepted.prizes) } : {}
        await ask(at.entries[':id'].$delete({ param: { slug, id }, query }))
        const left = now.entries.filter((entry) => entry.id !== id)
        setNow('entries', reconcile(left.map((entry, n) => ({ ...entry, slot: n + 1 }))))
      }),
    /** `undefined` removes the picture. */
    changePicture: (id: string, picture: Blob | undefined) =>
      own(async () => {
        await sendPicture(slug, id, picture)
        const { entries } = await ask<{ entries: Entry[] }>(at['line-up'].$get({ param: { slug } }))
        setNow('entries', reconcile(entries))
      }),
    async newLink(id: string) {
      const { teamKey } = await ask<{ teamKey: string }>(at.entries[':id'].key.$post({ param: { slug, id } }))
      addLink(id, teamKey)
    },
  }
}

export type Teams = ReturnType<typeof createTeams>

/** The ids with one of them moved to a place, counted from 0. */
export function moveTo(ids: string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}
