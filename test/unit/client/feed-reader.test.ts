import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { Problem } from '../../../web/core/api.ts'
import { createEventParser, readEvents, type Update } from '../../../web/core/feed/event-stream.ts'
import { createFeedReader } from '../../../web/core/feed/feed-reader.ts'
import type { FeedState } from '../../../web/core/feed/feed-state.ts'
import type { StreamListener } from '../../../web/core/feed/feed-transport.ts'

const at = (version: number, now = '2026-06-20T15:30:00.000Z') => ({ version, now }) as StageSnapshot

function openWorld({ phone = false } = {}) {
  const world = {
    streams: [] as { listener: StreamListener; connecting: boolean; closed: boolean }[],
    states: [] as FeedState[],
    answers: true,
    readStage: async () => at(1),
    state: () => world.states.at(-1),
    last: () => world.streams.at(-1)!,
    send(name: string, update: object) {
      world.last().connecting = false
      world.last().listener.onUpdate(name, JSON.stringify(update))
    },
  }
  const reader = createFeedReader({
    transport: {
      openStream(listener) {
        const stream = { listener, connecting: true, closed: false }
        world.streams.push(stream)
        return {
          isConnecting: () => stream.connecting,
          close: () => {
            stream.closed = true
          },
        }
      },
      readStage: () => world.readStage(),
      serverAnswers: async () => world.answers,
    },
    phone,
    onChange: (state) => world.states.push(state),
  })
  return { world, reader }
}

describe('a feed reader', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  })
  afterEach(() => vi.useRealTimers())

  it('holds the newest stage, whatever the order of arrival', () => {
    const { world } = openWorld()
    for (const stage of [at(3), at(2), at(3, '2026-06-20T15:29:00.000Z'), at(4)]) world.send('stage', stage)
    expect(world.states.map((state) => state.stage)).toEqual([at(3), at(3), at(3), at(4)])
    expect(world.state()?.connected).toBe(true)
  })

  it('adopts the stage that a cue was answered with, unless it has a newer one', () => {
    const { world, reader } = openWorld()
    world.send('stage', at(3))
    reader.adopt(at(4))
    expect(world.state()?.stage).toEqual(at(4))
    reader.adopt(at(2))
    expect(world.state()?.stage).toEqual(at(4))
  })

  it('passes on updates for the desk and for one judge', () => {
    const { world } = openWorld()
    world.send('desk', { version: 2 })
    world.send('you', { judge: 'j' })
    expect(world.state()).toMatchObject({ desk: { version: 2 }, you: { judge: 'j' } })
  })

  it('is disconnected while the server cannot read the show, and keeps the stage', () => {
    const { world } = openWorld()
    world.send('stage', at(3))
    world.send('away', {})
    expect(world.state()).toMatchObject({ connected: false, stage: at(3) })
    world.send('stage', at(3))
    expect(world.state()?.connected).toBe(true)
  })

  it('forgets an event that was deleted, and finds it again', async () => {
    const { world } = openWorld()
    world.send('stage', at(3))
    world.send('gone', {})
    expect(world.state()).toMatchObject({ gone: true, connected: false, stage: undefined })
    await vi.advanceTimersByTimeAsync(15_000)
    world.send('stage', at(1))
    expect(world.state()).toMatchObject({ gone: false, connected: true, stage: at(1) })
  })

  it('reads the stage when a stream is refused, to find out whether the event exists', async () => {
    const { world } = openWorld()
    world.readStage = () => Promise.reject(new Problem('no-such-event', 'There is no such event', 404))
    world.last().listener.onEnd(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(world.state()?.gone).toBe(true)
  })

  it('reconnects after a cut, and ignores the old stream', async () => {
    const { world } = openWorld()
    world.send('stage', at(3))
    const old = world.last()
    old.listener.onEnd(false)
    expect(world.state()?.connected).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(world.streams).toHaveLength(2)
    old.listener.onUpdate('stage', JSON.stringify(at(9)))
    old.listener.onEnd(false)
    expect([world.state()?.stage, world.last().closed]).toEqual([at(3), false])
  })

  it('notices within 3 s that a silent server is away', async () => {
    const { world } = openWorld()
    world.send('stage', at(3))
    world.answers = false
    await vi.advanceTimersByTimeAsync(3_000)
    expect(world.state()?.connected).toBe(false)
  })

  it('opens another stream when the stage changed without an update', async () => {
    const { world } = openWorld({ phone: true })
    world.send('stage', at(3))
    world.readStage = async () => at(5)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([world.state()?.stage, world.streams.length]).toEqual([at(5), 2])
  })

  it('opens another stream when only the answers to cues show how the stage changed', async () => {
    const { world, reader } = openWorld({ phone: true })
    world.send('stage', at(3))
    reader.adopt(at(5))
    world.readStage = async () => at(5)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([world.state()?.stage, world.streams.length]).toEqual([at(5), 2])
  })

  it('opens another stream after its device has slept', async () => {
    const { world, reader } = openWorld({ phone: true })
    world.send('stage', at(3))
    reader.setVisible(false)
    await vi.advanceTimersByTimeAsync(11_000)
    reader.setVisible(true)
    expect(world.streams.map((stream) => stream.closed)).toEqual([true, false])
  })

  it('stops when it is closed', async () => {
    const { world, reader } = openWorld()
    world.last().listener.onEnd(false)
    reader.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world.streams).toHaveLength(1)
  })
})

describe('a stream of server-sent events', () => {
  const text = 'retry: 1000\n\n:\n\nevent: stage\ndata: {"a":"ŵ"}\n\nevent: you\r\ndata: x\r\ndata: y\r\n\r\n'
  const updates = [
    { name: 'stage', data: '{"a":"ŵ"}' },
    { name: 'you', data: 'x\ny' },
  ]

  it('is parsed the same however the network splits it', () => {
    for (let cut = 1; cut < text.length; cut += 1) {
      const read: Update[] = []
      const parse = createEventParser((update) => read.push(update))
      for (let from = 0; from < text.length; from += cut) parse(text.slice(from, from + cut))
      expect(read).toEqual(updates)
    }
  })

  it('is parsed when the bytes of a character are split', async () => {
    const bytes = new TextEncoder().encode(text)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const read: Update[] = []
    await readEvents(body, (update) => read.push(update))
    expect(read).toEqual(updates)
  })
})
