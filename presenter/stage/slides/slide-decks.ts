import { type Accessor, createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import { slideAddress } from '../../../api/rules/pictures/slide-address.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'

const retryMs = 3000

type Deck = {
  entryId: string
  version: string
  pages: (HTMLImageElement | undefined)[]
  ready: Accessor<number>
  stop(): void
}
export type ReadyPages = { entryId: string; ready: number; of: number }
export type SlideDecks = ReturnType<typeof createSlideDecks>

/**
 * Fetches and decodes all pages of the team on stage, then those of the team on deck, and holds them: once they are here, the network may
 * fail. The page to show is the very image that was decoded.
 */
export function createSlideDecks(slug: string, stage: Accessor<StageSnapshot | undefined>) {
  const [decks, setDecks] = createSignal<Deck[]>([])

  createEffect(() => {
    const wanted = [stage()?.onStage, stage()?.onDeck].filter((entry) => entry?.slides)
    const before = untrack(decks)
    const isCurrent = (deck: Deck) => wanted.some((entry) => isDeckOf(deck, entry!))
    for (const deck of before) if (!isCurrent(deck)) deck.stop()
    const held = before.filter(isCurrent)
    const added = wanted.filter((entry) => !held.some((deck) => isDeckOf(deck, entry!)))
    if (added.length === 0 && held.length === before.length) return
    setDecks([...held, ...added.map((entry) => loadDeck(slug, entry!))])
  })
  onCleanup(() => {
    for (const deck of decks()) deck.stop()
  })

  return {
    /** Undefined while the page is not here. */
    page(entry: Entry, number: number): HTMLImageElement | undefined {
      const deck = decks().find((deck) => isDeckOf(deck, entry))
      return deck && deck.ready() > 0 ? deck.pages[number - 1] : undefined
    },
    readyPages: (): ReadyPages[] =>
      decks().map(({ entryId, ready, pages }) => ({ entryId, ready: ready(), of: pages.length })),
  }
}

const isDeckOf = ({ entryId, version }: Deck, { id, slides }: Entry) => entryId === id && version === slides?.version

function loadDeck(slug: string, { id: entryId, slides }: Entry): Deck {
  const { version, pages: count } = slides!
  const [ready, setReady] = createSignal(0)
  const pages: Deck['pages'] = Array.from({ length: count })
  let isStopped = false
  let retry: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    for (let at = 0; at < count && !isStopped; at += 1) {
      if (pages[at]) continue
      const image = new Image()
      image.alt = ''
      image.src = slideAddress(slug, entryId, at + 1, version)
      const isDecoded = await image.decode().then(
        () => true,
        () => false,
      )
      if (!isDecoded) continue
      pages[at] = image
      setReady((before) => before + 1)
    }
    if (ready() < count && !isStopped) retry = setTimeout(load, retryMs)
  }
  void load()
  return {
    ...{ entryId, version, pages, ready },
    stop() {
      isStopped = true
      clearTimeout(retry)
    },
  }
}
