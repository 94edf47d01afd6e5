import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** How fast the show is played. All waits are given in the seconds that they would take in a hall. */
export type Pace = {
  /** Resolves after that long, divided by the speed; rejects when the show is stopped. */
  wait(hallSeconds: number): Promise<void>
  /** Resolves once `until` says so, or after `hallSeconds` at the latest. Tells which. */
  waitUntil(until: () => boolean, hallSeconds: number): Promise<boolean>
  signal: AbortSignal
}

const lookEveryMs = 15

export function makePace(speed: number, signal: AbortSignal): Pace {
  // Everyone in the hall listens for the stop.
  setMaxListeners(0, signal)
  const wait = (hallSeconds: number) => sleep((hallSeconds * 1000) / speed, undefined, { signal })
  return {
    wait,
    signal,
    async waitUntil(until, hallSeconds) {
      const latest = performance.now() + (hallSeconds * 1000) / speed
      while (!until()) {
        if (performance.now() > latest) return false
        await sleep(lookEveryMs, undefined, { signal })
      }
      return true
    },
  }
}
