import { ask, Problem } from '../../web/core/api.ts'
import { openFetchStream, type Update } from '../../web/core/feed/event-stream.ts'
import { createFeedReader } from '../../web/core/feed/feed-reader.ts'
import type { FeedState } from '../../web/core/feed/feed-state.ts'
import type { FeedTransport } from '../../web/core/feed/feed-transport.ts'
import { serverAnswers } from '../../web/core/feed/server-answers.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import type { ApiClient } from './api-client.ts'

export type ScreenKind = 'stage' | 'phone' | 'desk'

/** Follows the feed as the pages do: the newest snapshot wins, and it reconnects by itself. */
export type Screen = {
  kind: ScreenKind
  latest(): StageSnapshot | undefined
  /** When this version or a later one first arrived. All times are by performance.now(). */
  receivedAt(version: number): number | undefined
  firstUpdateAt(): number
  /** If so, its times say nothing about the server. */
  lostFeed(): boolean
  disconnect(): void
  reconnect(): void
  close(): void
}

type ScreenOptions = {
  client: ApiClient
  slug: string
  kind: ScreenKind
  query?: string
  signal: AbortSignal
  onFeedUpdate?: (update: Update, screen: Screen) => void
  onStage?: (stage: StageSnapshot) => void
}

export function openScreen({ client, slug, kind, query = '', signal, onFeedUpdate, onStage }: ScreenOptions): Screen {
  const arrivals: { version: number; at: number }[] = []
  let latest: StageSnapshot | undefined
  let disconnected = false
  let lostFeed = false

  const { api } = client
  const feedUrl = `${client.url}/api/events/${slug}/feed${query && `?${query}`}`
  const rejectOffline = () => Promise.reject(new Problem('offline', 'This screen has no network', 0))
  const transport: FeedTransport = {
    openStream({ onUpdate, onEnd }) {
      if (disconnected) {
        setTimeout(() => onEnd(false))
        return { isConnecting: () => true, close() {} }
      }
      return openFetchStream(feedUrl, client.key, {
        onUpdate(name, data) {
          onFeedUpdate?.({ name, data }, screen)
          onUpdate(name, data)
        },
        onEnd(refused) {
          lostFeed = true
          onEnd(refused)
        },
      })
    },
    readStage: () => (disconnected ? rejectOffline() : ask(api.events[':slug'].stage.$get({ param: { slug } }))),
    serverAnswers: async (limitMs) => !disconnected && serverAnswers(limitMs, client.url),
  }

  function onChange({ stage }: FeedState): void {
    if (!stage || stage === latest) return
    if (stage.version !== latest?.version) arrivals.push({ version: stage.version, at: performance.now() })
    latest = stage
    onStage?.(stage)
  }

  const screen: Screen = {
    kind,
    latest: () => latest,
    receivedAt: (version) => arrivals.find((arrival) => arrival.version >= version)?.at,
    firstUpdateAt: () => arrivals[0]?.at ?? Number.POSITIVE_INFINITY,
    lostFeed: () => lostFeed,
    disconnect() {
      disconnected = true
      lostFeed = true
      reader.lose()
    },
    reconnect() {
      disconnected = false
      reader.wake()
    },
    close: () => reader.close(),
  }
  const reader = createFeedReader({ transport, phone: kind === 'phone', onChange })
  signal.addEventListener('abort', screen.close, { once: true })
  return screen
}
