import { fetchWithin } from './api.ts'

const answerLimitMs = 4_000
const followAboveMs = 2_000
const driftAboveMs = 250
const sleepAboveMs = 1_000

export type ServerClock = {
  now(): number
  /** Reads the server's time. Never rejects: without a valid answer the clock stays as it is. */
  sync(): Promise<void>
  /** Server time less this device's own clock, in ms. */
  offsetMs(): number
  /** How far, in ms, the server's answers have corrected this clock so far; undefined until the first answer. */
  correctedMs(): number | undefined
  /** Sets the clock to the time in a message that just arrived, if it differs by more than 2 s; then syncs. */
  follow(serverNow: string): void
  hasDrifted(): boolean
}

type Options = {
  samples: number
  offsetMs?: number
  url?: string
  onSync?(offsetMs: number): void
}

/** `offset`: what to add to performance.now(). Undefined unless the server itself answered. */
async function readTime(url: string): Promise<{ offset: number; tripMs: number } | undefined> {
  try {
    const sentAt = performance.now()
    const response = await fetchWithin(`${url}/api/time`, { cache: 'no-store' }, answerLimitMs)
    const receivedAt = performance.now()
    const { now } = (await response.json()) as { now?: unknown }
    if (!response.ok || typeof now !== 'number' || !Number.isFinite(now)) return undefined
    return { offset: now - (sentAt + receivedAt) / 2, tripMs: receivedAt - sentAt }
  } catch {
    return undefined
  }
}

/** Server time on this device. It ticks by `performance.now()`, which no correction of the device's time moves. */
export function createServerClock({ samples, offsetMs: knownOffsetMs = 0, url = '', onSync }: Options): ServerClock {
  let base = Date.now() + knownOffsetMs - performance.now()
  let deviceBase = Date.now() - performance.now()
  let corrected: number | undefined
  let running: Promise<void> | undefined

  const offsetMs = () => base + performance.now() - Date.now()

  /** Adds a sleep once: performance.now() stands still while some devices sleep, and the wall clock does not. True when there was one. */
  function addSleep(): boolean {
    const driftMs = Date.now() - performance.now() - deviceBase
    deviceBase += driftMs
    if (driftMs <= sleepAboveMs) return false
    base += driftMs
    return true
  }

  async function readBest() {
    addSleep()
    let best: Awaited<ReturnType<typeof readTime>>
    for (let i = 0; i < samples; i++) {
      const next = await readTime(url)
      if (addSleep()) best = undefined
      else if (!next) break
      else if (!best || next.tripMs < best.tripMs) best = next
    }
    if (!best) return
    corrected = (corrected ?? 0) + best.offset - base
    base = best.offset
    onSync?.(offsetMs())
  }

  function sync() {
    running ??= readBest().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    now: () => performance.now() + base,
    sync,
    offsetMs,
    correctedMs: () => corrected,
    follow(serverNow) {
      addSleep()
      const differenceMs = Date.parse(serverNow) - (performance.now() + base)
      if (!(Math.abs(differenceMs) > followAboveMs)) return
      base += differenceMs
      sync()
    },
    hasDrifted: () => Math.abs(Date.now() - performance.now() - deviceBase) > driftAboveMs,
  }
}
