import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFeed } from '../../../web/core/feed/feed.ts'

class Stream extends EventTarget {
  static CONNECTING = 0
  static OPEN = 1
  static CLOSED = 2
  static all: Stream[] = []
  readyState = Stream.CONNECTING
  constructor() {
    super()
    Stream.all.push(this)
  }
  tell(name: string, update: object) {
    this.readyState = Stream.OPEN
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(update) }))
  }
  close() {
    this.readyState = Stream.CLOSED
  }
}
const stage = { version: 7, now: '2026-06-20T15:30:00.000Z', rehearsal: false }
const open = () => Stream.all.filter((stream) => stream.readyState !== Stream.CLOSED)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  Stream.all = []
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(stage)))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('opens another stream for one that hangs while the server answers, and reads the stage meanwhile', async () => {
  const { feed, dispose } = createRoot((dispose) => ({ feed: createFeed('bins'), dispose }))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(open()).toEqual([Stream.all[1]])
  await vi.advanceTimersByTimeAsync(6_000)
  expect(feed.stage()?.version).toBe(7)
  expect(Stream.all).toHaveLength(3)
  Stream.all[2]!.tell('stage', { ...stage, version: 8 })
  expect([feed.connected(), feed.stage()?.version]).toEqual([true, 8])
  await vi.advanceTimersByTimeAsync(120_000)
  expect(open()).toEqual([Stream.all[2]])
  dispose()
})

it('opens streams ever more seldom where a proxy holds each back, and continues to read the stage', async () => {
  const readStage = vi.fn(async () => new Response(JSON.stringify(stage)))
  vi.stubGlobal('fetch', readStage)
  const dispose = createRoot((dispose) => {
    createFeed('bins')
    return dispose
  })
  await vi.advanceTimersByTimeAsync(300_000)
  expect(Stream.all).toHaveLength(8)
  expect(open()).toEqual([Stream.all[7]])
  const looked = () => readStage.mock.calls.filter(([path]: unknown[]) => String(path).endsWith('/stage')).length
  const before = looked()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(looked()).toBe(before + 10)
  dispose()
})

it('is connected soon after a cut, however long it lasted', async () => {
  const answer = async () => new Response(JSON.stringify(stage))
  const dispose = createRoot((dispose) => {
    createFeed('bins')
    return dispose
  })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('cut')))
  await vi.advanceTimersByTimeAsync(60_000)
  while (open().length === 0) await vi.advanceTimersByTimeAsync(100)
  vi.stubGlobal('fetch', answer)
  // A request made during the cut hangs.
  const hung = Stream.all.at(-1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(open()).toHaveLength(1)
  expect(open()).not.toEqual([hung])
  dispose()
})

it('keeps a stream that is open, even if its server reports for minutes that the database is away', async () => {
  const { feed, dispose } = createRoot((dispose) => ({ feed: createFeed('bins'), dispose }))
  Stream.all[0]!.tell('stage', stage)
  Stream.all[0]!.tell('away', {})
  await vi.advanceTimersByTimeAsync(120_000)
  expect(feed.connected()).toBe(false)
  expect(Stream.all).toHaveLength(1)
  dispose()
})
