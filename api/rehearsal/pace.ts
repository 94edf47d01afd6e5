import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

export type Pace = {
  /** In seconds at speed 1. Rejects when the show stops. */
  wait(seconds: number): Promise<void>
  waitUntil(condition: () => boolean, seconds: number): Promise<boolean>
  signal: AbortSignal
}

const pollMs = 15

export function createPace(speed: number, signal: AbortSignal): Pace {
  setMaxListeners(0, signal)
  const wait = (seconds: number) => sleep((seconds * 1000) / speed, undefined, { signal })
  return {
    wait,
    signal,
    async waitUntil(until, seconds) {
      const deadline = performance.now() + (seconds * 1000) / speed
      while (!until()) {
        if (performance.now() > deadline) return false
        await sleep(pollMs, undefined, { signal })
      }
      return true
    },
  }
}
