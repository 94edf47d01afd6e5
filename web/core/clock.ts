import { fetchWithin } from './api.ts'

const offsetKey = 'demo-hour/clock'
const timeoutMs = 4_000
const followAboveMs = 2_000

export type Clock = {
  /** Server time, in ms since the epoch. */
  now(): number
  /** Asks the server for the time. Never rejects: without a good answer the clock goes on as it was. */
  sync(): Promise<void>
  /** Server time less this device's own clock, in ms. */
  offsetMs(): number
  /** How far, in ms, the server's answers have put this clock right so far; undefined until it has answered once. */
  correctedMs(): number | undefined
  /** Adopts the server time of a message that just arrived, where it differs by more than a message takes; then asks again. */
  follow(serverNow: string): void
  /** Stops listening for sleep. */
  stop(): void
}

/** One exchange: what to add to performance.now(), and the round trip. Undefined for anything but the server's own answer. */
async function sample(): Promise<{ offset: number; tripMs: number } | undefined> {
  try {
    const sentAt = performance.now()
    const response = await fetchWithin('/api/time', { cache: 'no-store' }, timeoutMs)
    const backAt = performance.now()
    const { now } = (await response.json()) as { now?: unknown }
    // A proxy answers with JSON of its own, and a NaN would never leave the sums below.
    if (!response.ok || typeof now !== 'number' || !Number.isFinite(now)) return undefined
    return { offset: now - (sentAt + backAt) / 2, tripMs: backAt - sentAt }
  } catch {
    return undefined
  }
}

/** The offset of the last visit, so that a start without a network is not a minute out. */
function storedOffset(): number {
  try {
    const offset = Number(localStorage.getItem(offsetKey))
    return Number.isFinite(offset) ? offset : 0
  } catch {
    return 0
  }
}

/** Server time on this device: the lowest round trip of several `samples` wins, and ticks come from `performance.now()`. */
export function makeClock(samples = 5): Clock {
  // Server time is performance.now() + base.
  let base = Date.now() + storedOffset() - performance.now()
  let drift = Date.now() - performance.now()
  let corrected: number | undefined
  let running: Promise<void> | undefined

  const offsetMs = () => base + performance.now() - Date.now()

  async function ask() {
    let best: Awaited<ReturnType<typeof sample>>
    for (let i = 0; i < samples; i++) {
      const next = await sample()
      if (!next) break
      if (!best || next.tripMs < best.tripMs) best = next
    }
    const slept = Date.now() - performance.now() - drift
    // performance.now() stands still while some devices sleep; the wall clock does not.
    if (slept > 1000) base += slept
    if (best) {
      corrected = (corrected ?? 0) + best.offset - base
      base = best.offset
    }
    drift = Date.now() - performance.now()
    if (!best) return
    try {
      localStorage.setItem(offsetKey, String(Math.round(offsetMs())))
    } catch {}
  }

  function sync() {
    running ??= ask().finally(() => {
      running = undefined
    })
    return running
  }

  const wake = () => {
    if (document.visibilityState === 'visible') sync()
  }
  // The two clocks of a device part when it sleeps, or when somebody sets it.
  const watch = setInterval(() => {
    if (Math.abs(Date.now() - performance.now() - drift) > 250) sync()
  }, 1_000)
  document.addEventListener('visibilitychange', wake)
  addEventListener('pageshow', wake)
  addEventListener('online', wake)

  return {
    now: () => performance.now() + base,
    sync,
    follow(serverNow) {
      const differenceMs = Date.parse(serverNow) - (performance.now() + base)
      if (!(Math.abs(differenceMs) > followAboveMs)) return
      base += differenceMs
      sync()
    },
    offsetMs,
    correctedMs: () => corrected,
    stop() {
      clearInterval(watch)
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('pageshow', wake)
      removeEventListener('online', wake)
    },
  }
}
