import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchWithin } from '../../../web/core/api.ts'

let fetchSignal: AbortSignal
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
    fetchSignal = signal
    return new Promise(() => {})
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function patience(init: RequestInit, limitMs?: number): Promise<number> {
  fetchWithin('/', init, limitMs)
  for (let seconds = 0; seconds < 1000; seconds += 1) {
    if (fetchSignal.aborted) return seconds
    await vi.advanceTimersByTimeAsync(1000)
  }
  return Number.POSITIVE_INFINITY
}

it('aborts a call after its limit, and a large upload after the time it needs on a slow connection', async () => {
  expect(await patience({})).toBe(15)
  expect(await patience({}, 1000)).toBe(1)
  expect(await patience({ method: 'PUT', body: JSON.stringify({ scores: {} }) })).toBe(15)
  expect(await patience({ method: 'POST', body: 'x'.repeat(1_000_000) })).toBe(35)
  expect(await patience({ method: 'PUT', body: new Blob([new Uint8Array(500_000)]) })).toBe(25)
})

it('aborts an answer whose head has arrived and whose body has not', async () => {
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
    fetchSignal = signal
    return new Response(new ReadableStream())
  })
  expect(await patience({})).toBe(15)
})

it('aborts a call on request', async () => {
  const stop = new AbortController()
  fetchWithin('/', { signal: stop.signal })
  expect(fetchSignal.aborted).toBe(false)
  stop.abort()
  expect(fetchSignal.aborted).toBe(true)
})
