import { serverAnswers } from '../core/feed/server-answers.ts'
import { openStorage } from '../core/storage.ts'
import type { Reload } from './venue-words.ts'

const limitMs = 2000
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** How long the server took for each of `asked` questions that it answered. A first silence is enough to know. */
export async function timeTrips(asked: number): Promise<number[]> {
  const trips: number[] = []
  for (let n = 0; n < asked; n++) {
    const sentAt = performance.now()
    if (await serverAnswers(limitMs)) trips.push(performance.now() - sentAt)
    else if (trips.length === 0) break
  }
  return trips
}

/** How long a new stream takes to bring its first update; null when it does not: a proxy that holds streams back is found out so. */
export function hearFirstUpdate(slug: string): Promise<number | null> {
  const askedAt = performance.now()
  const source = new EventSource(`/api/events/${encodeURIComponent(slug)}/feed?counts=off`)
  const first = new Promise<number>((heard) => {
    source.addEventListener('stage', () => heard(performance.now() - askedAt))
  })
  return Promise.race([first, sleep(limitMs).then(() => null)]).finally(() => source.close())
}

/** Whether this browser keeps what a judge taps when it is closed. */
export async function keepsThings(): Promise<boolean> {
  const storage = await openStorage()
  const kept = await storage.write('check', () => 1)
  await storage.remove('check')
  return kept
}

/** Whether the page at `path` opens again without a network: it is kept here for that, as that page would itself. */
export async function reloadsOffline(path: string): Promise<Reload> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return 'not-offered'
  const keep = async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(path)
  }
  keep().catch(() => {})
  for (let looks = 0; looks < 20; looks++) {
    if (await caches.match(path).catch(() => undefined)) return 'works'
    await sleep(200)
  }
  return 'failed'
}
