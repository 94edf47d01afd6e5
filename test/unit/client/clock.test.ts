import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Clock, makeClock } from '../../../web/core/clock.ts'

const hourMs = 3_600_000
type Reply = { status?: number; type?: string; body: string }
const good = (): Reply => ({ body: JSON.stringify({ now: Date.now() + hourMs }) })
const lies: Record<string, Reply> = {
  'a proxy’s 502 in JSON': { status: 502, body: '{"error":"bad gateway"}' },
  'a 503 that has a time in it': { status: 503, body: '{"now":12}' },
  'JSON without a time': { body: '{}' },
  'a time that is text': { body: '{"now":"soon"}' },
  'a time beyond all numbers': { body: '{"now":1e999}' },
  'JSON that is null': { body: 'null' },
  'a sign-in page': { type: 'text/html', body: '<h1>Welcome to the hall’s Wi-Fi</h1>' },
}

describe('the clock of a page', () => {
  let reply: Reply
  let server: Server
  let clock: Clock
  const stored = new Map<string, string>()

  beforeEach(async () => {
    reply = good()
    server = createServer((_, response) => {
      response.writeHead(reply.status ?? 200, { 'content-type': reply.type ?? 'application/json' }).end(reply.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { fetch } = globalThis
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(address + path, init))
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
    vi.stubGlobal('addEventListener', () => {})
    vi.stubGlobal('removeEventListener', () => {})
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    })
    clock = makeClock(1)
  })
  afterEach(() => {
    clock.stop()
    stored.clear()
    vi.unstubAllGlobals()
    server.closeAllConnections()
    server.close()
  })

  it.each(Object.keys(lies))('changes nothing for %s, and is right once the server answers', async (name) => {
    reply = lies[name]!
    await clock.sync()
    expect(clock.correctedMs()).toBeUndefined()
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(hourMs / 2)
    reply = good()
    await clock.sync()
    expect(Math.abs(clock.offsetMs() - hourMs)).toBeLessThan(hourMs / 2)
    reply = lies[name]!
    await clock.sync()
    expect(Math.abs(clock.offsetMs() - hourMs)).toBeLessThan(hourMs / 2)
    expect(clock.correctedMs()).toBeGreaterThan(hourMs / 2)
    expect(() => new Date(clock.now()).toISOString()).not.toThrow()
  })

  it('starts without an offset when the stored one is no number', async () => {
    clock.stop()
    for (const text of ['NaN', 'Infinity', 'yesterday']) {
      stored.set('demo-hour/clock', text)
      clock = makeClock(1)
      expect(Math.abs(clock.now() - Date.now())).toBeLessThan(hourMs / 2)
      clock.stop()
    }
  })
})
