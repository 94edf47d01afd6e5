import { setTimeout as sleep } from 'node:timers/promises'
import { createEventParser, type Update } from '../../web/core/feed/event-stream.ts'
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

const comeBackMs = 250

export function openScreen({ caller, slug, kind, query = '', signal, hear, onStage }: Follow): Screen {
  const arrivals: { version: number; at: number }[] = []
  let latest: StageSnapshot | undefined
  let away = false
  let wasAway = false
  let closed = false
  let connection = new AbortController()

  const parse = () =>
    createEventParser((update) => {
      hear?.(update, screen)
      if (update.name !== 'stage') return
      const stage = JSON.parse(update.data) as StageSnapshot
      if (latest && (stage.version < latest.version || (stage.version === latest.version && stage.now < latest.now)))
        return
      if (stage.version !== latest?.version) arrivals.push({ version: stage.version, at: performance.now() })
      latest = stage
      onStage?.(stage)
    })

  async function follow(): Promise<void> {
    while (!closed) {
      if (!away) await listen().catch(() => {})
      if (closed) return
      wasAway = true
      await sleep(comeBackMs)
    }
  }

  async function listen(): Promise<void> {
    connection = new AbortController()
    const response = await caller.feed(`/events/${slug}/feed${query && `?${query}`}`, connection.signal)
    const take = parse()
    const decoder = new TextDecoder()
    for await (const bytes of response.body ?? []) take(decoder.decode(bytes, { stream: true }))
  }

  const screen: Screen = {
    kind,
    latest: () => latest,
    knewAt: (version) => arrivals.find((one) => one.version >= version)?.at,
    openedAt: () => arrivals[0]?.at ?? Number.POSITIVE_INFINITY,
    wasAway: () => wasAway,
    goAway() {
      away = true
      connection.abort()
    },
    comeBack() {
      away = false
    },
    close() {
      closed = true
      connection.abort()
    },
  }
  signal.addEventListener('abort', screen.close, { once: true })
  follow()
  return screen
}
