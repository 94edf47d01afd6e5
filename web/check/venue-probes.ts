import { createFeedTransport } from '../core/feed/feed.ts'
import { createFeedReader } from '../core/feed/feed-reader.ts'
import { followPage } from '../core/feed/follow-page.ts'
import { serverAnswers } from '../core/feed/server-answers.ts'
import { openStorage } from '../core/storage.ts'
import type { Reload } from './venue-words.ts'

const limitMs = 2000
/** Longer than a busy laptop needs, and shorter than a proxy's buffer holds an update. */
const firstUpdateLimitMs = 5000
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export async function timeRoundTrips(count: number): Promise<number[]> {
  const trips: number[] = []
  for (let n = 0; n < count; n++) {
    const sentAt = performance.now()
    if (await serverAnswers(limitMs)) trips.push(performance.now() - sentAt)
    else if (trips.length === 0) break
  }
  return trips
}

/** How long a new feed takes to deliver its first update; null when none arrives, which reveals a buffering proxy. */
export function timeFirstUpdate(slug: string): Promise<number | null> {
  const openedAt = performance.now()
  return new Promise((resolve) => {
    const finish = (ms: number | null) => {
      clearTimeout(timer)
      reader.close()
      unfollowPage()
      resolve(ms)
    }
    const timer = setTimeout(() => finish(null), firstUpdateLimitMs)
    const transport = createFeedTransport(slug, { counts: 'off' })
    const reader = createFeedReader({
      transport: {
        ...transport,
        // Never replaced while it connects: the time of one stream is measured.
        openStream: (listener) => ({ ...transport.openStream(listener), isConnecting: () => false }),
      },
      phone: true,
      onChange: ({ connected }) => connected && finish(performance.now() - openedAt),
    })
    const unfollowPage = followPage(reader)
  })
}

export async function storesData(): Promise<boolean> {
  const storage = await openStorage()
  const stored = await storage.write('check', () => 1)
  await storage.remove('check')
  return stored
}

export async function reloadsOffline(path: string): Promise<Reload> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return 'not-offered'
  const cachePage = async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(path)
  }
  cachePage().catch(() => {})
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await caches.match(path).catch(() => undefined)) return 'works'
    await sleep(200)
  }
  return 'failed'
}
