import { reconcile } from 'solid-js/store'
import type { BulkEntries } from '../../api/schema/bulk.ts'
import type { Draw, Entry, EntryChanges, ImportedEntryBody, NewEntryBody } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Cost } from '../../api/schema/judging/cost.ts'
import { api, ask, type Problem } from '../core/api.ts'
import { sendPicture } from '../core/browser/send-picture.ts'
import type { Change } from './import/importing.ts'
import type { Organising } from './organising.ts'

export function createTeams(organising: Organising) {
  const { slug, now, setNow, save } = organising
  const routes = api.events[':slug']
  const addLink = (id: string, key: string) => organising.addLink('team', id, key, false)
  let pendingIds: string[] | undefined
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
    pendingIds = ids
    if (sending) return
    sending = true
    try {
      await save(async () => {
        while (pendingIds) {
          const entryIds: string[] = pendingIds
          pendingIds = undefined
          await ask(routes['running-order'].$put({ param: { slug }, json: { entryIds } }))
        }
      })
    } catch (failure) {
      pendingIds = undefined
      onProblem(failure as Problem)
    } finally {
      sending = false
    }
  }

  return {
    order,
    draw: (seed: number | undefined) =>
      save(async () => {
        const before = now.entries.map((entry) => entry.id)
        const result = await ask<{ draw: Draw; entries: Entry[] }>(
          routes['running-order'].draw.$post({ param: { slug }, json: { seed } }),
        )
        setNow('event', 'draw', reconcile(result.draw))
        setNow('entries', reconcile(result.entries))
        return before
      }),
    add: (json: NewEntryBody) =>
      save(async () => {
        const created = await ask<{ entry: Entry; teamKey: string }>(routes.entries.$post({ param: { slug }, json }))
        addLink(created.entry.id, created.teamKey)
        setNow('entries', now.entries.length, created.entry)
        return created.entry
      }),
    /** A repeated call adds no entry twice. */
    addMany: (add: ImportedEntryBody[], change: Change<ImportedEntryBody>[]) =>
      save(async () => {
        const json = { add, change }
        const result = await ask<BulkEntries>(routes.entries.many.$post({ param: { slug }, json }))
        for (const { entry, teamKey } of result.added) if (teamKey !== null) addLink(entry.id, teamKey)
        const all = [...result.added.map(({ entry }) => entry), ...result.changed.filter((entry) => entry !== null)]
        const changedById = new Map(all.map((entry) => [entry.id, entry]))
        const current = now.entries.map((entry) => changedById.get(entry.id) ?? entry)
        const added = [...changedById.values()].filter((entry) => !current.some(({ id }) => id === entry.id))
        setNow('entries', reconcile([...current, ...added]))
        return {
          added: result.added.map(({ teamKey }) => teamKey !== null),
          changed: result.changed.map((entry) => entry !== null),
        }
      }),
    change: (id: string, json: EntryChanges) =>
      save(async () => {
        const { entry } = await ask<{ entry: Entry }>(routes.entries[':id'].$patch({ param: { slug, id }, json }))
        setNow('entries', (entry) => entry.id === id, reconcile(entry))
      }),
    remove: (id: string, accepted?: Cost) =>
      save(async () => {
        const query = accepted ? { ballots: String(accepted.ballots), prizes: String(accepted.prizes) } : {}
        await ask(routes.entries[':id'].$delete({ param: { slug, id }, query }))
        const remaining = now.entries.filter((entry) => entry.id !== id)
        setNow('entries', reconcile(remaining.map((entry, n) => ({ ...entry, slot: n + 1 }))))
      }),
    changePicture: (id: string, picture: Blob | undefined) =>
      save(async () => {
        await sendPicture(slug, id, picture)
        const { entries } = await ask<{ entries: Entry[] }>(routes['line-up'].$get({ param: { slug } }))
        setNow('entries', reconcile(entries))
      }),
    chooseChallenges: (id: string, challengeIds: string[]) =>
      save(async () => {
        await ask(routes.entries[':id'].challenges.$put({ param: { slug, id }, json: { challengeIds } }))
        const { event } = await ask<{ event: Event }>(routes.$get({ param: { slug } }))
        setNow('event', reconcile(event))
      }),
  }
}

export type Teams = ReturnType<typeof createTeams>

export function moveTo(ids: string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}
