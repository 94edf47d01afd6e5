import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'

type Source = { film: string | null; url: string; handed: boolean; file?: File }

const retryMs = 3000

/**
 * Where the films of the team on stage and of the next one are: handed over by the desk of this browser, or fetched whole from the server
 * before the turn, so that a network that is cut later changes nothing.
 */
export function createFilmSources(stage: Accessor<StageSnapshot | undefined>) {
  const [sources, setSources] = createSignal<Record<string, Source>>({})
  const fetching = new Map<string, AbortController>()
  let stopped = false

  function put(entryId: string, source: Source): void {
    setSources((before) => {
      const old = before[entryId]
      if (old) URL.revokeObjectURL(old.url)
      return { ...before, [entryId]: source }
    })
  }

  async function fetchFilm(entryId: string, film: string): Promise<void> {
    if (fetching.has(film)) return
    const stop = new AbortController()
    fetching.set(film, stop)
    try {
      const answer = await fetch(film, { signal: stop.signal })
      if (!answer.ok) throw new Error('The film was not sent')
      const blob = await answer.blob()
      if (!stopped && !sources()[entryId]?.handed) put(entryId, { film, url: URL.createObjectURL(blob), handed: false })
    } catch {
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, retryMs))
    } finally {
      fetching.delete(film)
    }
    if (!stopped && wanted().some(({ id, film: now }) => id === entryId && now === film)) fetchMissing()
  }

  // The server sends no film before the doors are open.
  const wanted = (): Pick<Entry, 'id' | 'film'>[] =>
    (stage()?.phase === 'live' ? [stage()?.onStage, stage()?.onDeck] : []).filter((entry) => entry != null)

  function fetchMissing(): void {
    for (const { id, film } of wanted()) {
      const source = sources()[id]
      if (film && !source?.handed && source?.film !== film) fetchFilm(id, film)
    }
  }

  createEffect(fetchMissing)
  onCleanup(() => {
    stopped = true
    for (const stop of fetching.values()) stop.abort()
    for (const { url } of Object.values(sources())) URL.revokeObjectURL(url)
  })

  return {
    hand(entryId: string, file: File): string {
      const url = URL.createObjectURL(file)
      put(entryId, { film: null, url, handed: true, file })
      return url
    },
    drop(entryId: string): void {
      setSources(({ [entryId]: removed, ...others }) => {
        if (removed) URL.revokeObjectURL(removed.url)
        return others
      })
    },
    listHanded: () =>
      Object.entries(sources()).flatMap(([entryId, { url, file }]) => (file ? { entryId, url, file } : [])),
    urlOf: (entry: Pick<Entry, 'id'>): string | undefined => sources()[entry.id]?.url,
  }
}
