import { createServerClock, type ServerClock } from './server-clock.ts'

const offsetKey = 'demo-hour/clock'

export type Clock = ServerClock & {
  stop(): void
}

/** The offset of the last visit, so that a start without a network is not a minute wrong. */
function storedOffset(): number {
  try {
    const offset = Number(localStorage.getItem(offsetKey))
    return Number.isFinite(offset) ? offset : 0
  } catch {
    return 0
  }
}

function storeOffset(offsetMs: number) {
  try {
    localStorage.setItem(offsetKey, String(Math.round(offsetMs)))
  } catch {}
}

export function makeClock(samples = 5): Clock {
  const clock = createServerClock({ samples, offsetMs: storedOffset(), onSync: storeOffset })
  const wake = () => {
    if (document.visibilityState === 'visible') clock.sync()
  }
  const watch = setInterval(() => clock.hasDrifted() && clock.sync(), 1_000)
  document.addEventListener('visibilitychange', wake)
  addEventListener('pageshow', wake)
  addEventListener('online', wake)
  return {
    ...clock,
    stop() {
      clearInterval(watch)
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('pageshow', wake)
      removeEventListener('online', wake)
    },
  }
}
