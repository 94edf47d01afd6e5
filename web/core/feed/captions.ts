import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { rollUp } from './roll-up.ts'

const visibleMs = 10_000

/**
 * The newest captions while `enabled`, oldest first. The stream opens again with the page's feed, which notices a dead network, and ends
 * with it when the page is left.
 */
export function createCaptions(slug: string, enabled: Accessor<boolean>, connected: Accessor<boolean>) {
  const [lines, setLines] = createSignal<readonly string[]>([])
  let hide: ReturnType<typeof setTimeout> | undefined

  function show(text: string) {
    clearTimeout(hide)
    setLines((before) => rollUp(before, text))
    hide = setTimeout(() => setLines([]), visibleMs)
  }

  createEffect(() => {
    if (!enabled()) setLines([])
    if (!enabled() || !connected()) return
    const source = new EventSource(`/api/events/${encodeURIComponent(slug)}/feed/captions`)
    source.addEventListener('caption', (e) => show(JSON.parse((e as MessageEvent<string>).data).text))
    onCleanup(() => source.close())
  })
  onCleanup(() => clearTimeout(hide))
  return lines
}
