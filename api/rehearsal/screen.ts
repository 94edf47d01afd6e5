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
  knewAt(version: number): number | undefined
  /** When it was told something for the first time; by performance.now(). */
  openedAt(): number
  /** Whether it ever lost the feed, so that its moments say nothing about the server. */
  wasAway(): boolean
  goAway(): void
  comeBack(): void
  close(): void
}

type Follow = {
  caller: Caller
  slug: string
  kind: ScreenKind
  /** `as=judge`, `counts=off` …; see the feed. */
  query?: string
  signal: AbortSignal
  hear?: (update: Update, screen: Screen) => void
  onStage?: (stage: StageSnapshot) => void
}

export function openScreen({ caller, slug, kind, query = '', signal, hear, onStage }: Follow): Screen {
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
          hear?.({ name, data }, screen)
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
    knewAt: (version) => arrivals.find((one) => one.version >= version)?.at,
    openedAt: () => arrivals[0]?.at ?? Number.POSITIVE_INFINITY,
    wasAway: () => wasAway,
    goAway() {
      away = true
      wasAway = true
      reader.lose()
    },
    comeBack() {
      away = false
      reader.wake()
    },
    close: () => reader.close(),
  }
  const reader = createFeedReader({ transport, phone: kind === 'phone', onChange })
  signal.addEventListener('abort', screen.close, { once: true })
  return screen
}
