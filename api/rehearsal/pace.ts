import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** How fast the show is played. Waits are in seconds at speed 1. */
export type Pace = {
  /** Resolves after that long, divided by the speed; rejects when the show is stopped. */
  wait(seconds: number): Promise<void>
  /** Resolves with true once `until` holds, with false after `seconds`. */
  waitUntil(until: () => boolean, seconds: number): Promise<boolean>
  signal: AbortSignal
}

const pollMs = 15

export function makePace(speed: number, signal: AbortSignal): Pace {
  setMaxListeners(0, signal)
  const wait = (seconds: number) => sleep((seconds * 1000) / speed, undefined, { signal })
  return {
    wait,
    signal,
    async waitUntil(until, seconds) {
      const latest = performance.now() + (seconds * 1000) / speed
      while (!until()) {
        if (performance.now() > latest) return false
        await sleep(pollMs, undefined, { signal })
      }
      return true
    },
  }
}
