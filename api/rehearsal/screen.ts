import { ask, Problem } from '../../web/core/api.ts'
import { openFetchStream, type Update } from '../../web/core/feed/event-stream.ts'
import { createFeedReader, type FeedState, type FeedTransport } from '../../web/core/feed/feed-reader.ts'
import { serverAnswers } from '../../web/core/feed/server-answers.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import type { Caller } from './caller.ts'

export type ScreenKind = 'stage' | 'phone' | 'desk'

/** One screen or phone that follows the feed as the pages do: the newest wins, and it comes back by itself. */
export type Screen = {
  kind: ScreenKind
  latest(): StageSnapshot | undefined
  /** When, by performance.now(), it first knew of this version or a later one. */
  receivedAt(version: number): number | undefined
  /** When its first update arrived; by performance.now(). */
  firstUpdateAt(): number
  /** Whether it ever lost the feed: its times then say nothing about the server. */
  wasAway(): boolean
  disconnect(): void
  reconnect(): void
  close(): void
}

type Follow = {
  caller: Caller
  slug: string
  kind: ScreenKind
  /** `as=judge`, `counts=off` …; see the feed. */
  query?: string
  signal: AbortSignal
  onFeedUpdate?: (update: Update, screen: Screen) => void
  onStage?: (stage: StageSnapshot) => void
}

export function openScreen({ caller, slug, kind, query = '', signal, onFeedUpdate, onStage }: Follow): Screen {
  const arrivals: { version: number; at: number }[] = []
  let latest: StageSnapshot | undefined
  let away = false
  let wasAway = false

  const { api } = caller
  const address = `${caller.url}/api/events/${slug}/feed${query && `?${query}`}`
  const noNetwork = () => Promise.reject(new Problem('offline', 'This screen has no network', 0))
  const transport: FeedTransport = {
    openStream({ onUpdate, onEnd }) {
      if (away) {
        setTimeout(() => onEnd(false))
        return { isConnecting: () => true, close() {} }
      }
      return openFetchStream(address, caller.key, {
        onUpdate(name, data) {
          onFeedUpdate?.({ name, data }, screen)
          onUpdate(name, data)
        },
        onEnd(refused) {
          wasAway = true
          onEnd(refused)
        },
      })
    },
    readStage: () => (away ? noNetwork() : ask(api.events[':slug'].stage.$get({ param: { slug } }))),
    serverAnswers: async (limitMs) => !away && serverAnswers(limitMs, caller.url),
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
    wasAway: () => wasAway,
    disconnect() {
      away = true
      wasAway = true
      reader.lose()
    },
    reconnect() {
      away = false
      reader.wake()
    },
    close: () => reader.close(),
  }
  const reader = createFeedReader({ transport, phone: kind === 'phone', onChange })
  signal.addEventListener('abort', screen.close, { once: true })
  return screen
}
