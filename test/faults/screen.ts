import { setMaxListeners } from 'node:events'
import { createRoot } from 'solid-js'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { readEvents } from '../../web/core/feed/event-stream.ts'
import { createFeed } from '../../web/core/feed/feed.ts'

export function installBrowserGlobals(address: string): () => void {
  const before = { fetch: globalThis.fetch }
  const absolute = (input: string) => (input.startsWith('/') ? address + input : input)
  class FetchEventSource extends EventTarget {
    static CONNECTING = 0
    static OPEN = 1
    static CLOSED = 2
    readyState = FetchEventSource.CONNECTING
    #stop = new AbortController()
    onerror: () => void = () => {}
    constructor(path: string) {
      super()
      this.#follow(absolute(path)).catch(() => {})
    }
    async #follow(url: string) {
      try {
        const response = await before.fetch(url, { signal: this.#stop.signal })
        if (!response.ok || !response.body) {
          this.readyState = FetchEventSource.CLOSED
          throw new Error(String(response.status))
        }
        this.readyState = FetchEventSource.OPEN
        await readEvents(response.body, ({ name, data }) => this.dispatchEvent(new MessageEvent(name, { data })))
      } catch {}
      if (!this.#stop.signal.aborted) this.onerror()
    }
    close() {
      this.readyState = FetchEventSource.CLOSED
      this.#stop.abort()
    }
  }
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  setMaxListeners(0, page)
  Object.assign(globalThis, {
    EventSource: FetchEventSource,
    document: page,
    addEventListener() {},
    removeEventListener() {},
    fetch: (input: string, init?: RequestInit) =>
      before.fetch(typeof input === 'string' ? absolute(input) : input, init),
  })
  return () => Object.assign(globalThis, before)
}

export function openScreen(slug: string, options: Parameters<typeof createFeed>[1] = {}) {
  return createRoot((dispose) => {
    const feed = createFeed(slug, options)
    return { stage: feed.stage as () => StageSnapshot | undefined, connected: feed.connected, close: dispose }
  })
}
