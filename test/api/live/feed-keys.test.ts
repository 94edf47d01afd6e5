import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiDatabase } from '../../support/databases.ts'
import { makeEvent, openFeed, openServer, type Server } from '../../support/show.ts'

describe('feeds that were opened with a key', () => {
  let server: Server
  let address: string
  let other: Server | undefined
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
    if (apiDatabase === 'postgres') other = await openServer({ beside: server })
  })
  afterAll(async () => {
    await other?.close()
    await server.close()
  })

  it('end on every instance when the key is revoked, and no others do', async () => {
    const event = await makeEvent(server)
    const more = (await server.call('POST', `${event.path}/judges/keys`, {}, event.key)).body.keys
    expect(more).toHaveLength(2)
    const addresses = [address, ...(other ? [await other.listen()] : [])]
    for (const at of addresses) {
      const feedOf = (key?: string) => openFeed(`${at}${event.path}/feed`, key)
      const [desk, revoked, neighbour, screen] = await Promise.all([
        feedOf(event.key),
        feedOf(event.judgeKeys[0]),
        feedOf(event.judgeKeys[1]),
        feedOf(),
      ])
      await Promise.all([desk, revoked, neighbour, screen].map((feed) => feed.until(({ name }) => name === 'stage')))
      const first = event.judges[0]!.id
      const newKey = await server.call('POST', `${event.path}/judges/${first}/key`, {}, event.key)
      await revoked.ended
      event.judgeKeys[0] = newKey.body.judgeKey
      await event.cue('message', { text: `After it, at ${at}` })
      for (const feed of [desk, neighbour, screen])
        await feed.until(({ data }) => data.message === `After it, at ${at}`)
      const key = (await server.call('POST', `${event.path}/key`, {}, event.key)).body.organiserKey
      await desk.ended
      Object.assign(event, {
        key,
        cue: (cue: string, rest = {}) => server.call('POST', `${event.path}/cues`, { cue, ...rest }, key),
      })
      await Promise.all([neighbour.close(), screen.close()])
    }
  })

  it('are not opened with a key that is revoked while it is looked up', async () => {
    const event = await makeEvent(server)
    const { findCaller } = server.context.eventCache
    let found: () => void = () => {}
    const lookedUp = new Promise<void>((resolve) => {
      found = resolve
    })
    let answer: () => void = () => {}
    const revoked = new Promise<void>((resolve) => {
      answer = resolve
    })
    server.context.eventCache.findCaller = async (key) => {
      const caller = await findCaller(key)
      if (key !== event.judgeKeys[0]) return caller
      found()
      await revoked
      server.context.eventCache.findCaller = findCaller
      return caller
    }
    const feed = openFeed(`${address}${event.path}/feed`, event.judgeKeys[0]).catch((failure: Error) => failure.message)
    await lookedUp
    const version = server.context.eventCache.keysVersion()
    await server.call('POST', `${event.path}/judges/${event.judges[0]!.id}/key`, {}, event.key)
    await expect.poll(() => server.context.eventCache.keysVersion()).toBeGreaterThan(version)
    answer()
    expect(await feed).toContain('401')
  })

  it('are not counted when the phone leaves while its key is looked up', async () => {
    const event = await makeEvent(server)
    const { findCaller } = server.context.eventCache
    const { port } = new URL(address)
    let lookups = 0
    let answer: () => void = () => {}
    const left = new Promise<void>((resolve) => {
      answer = resolve
    })
    server.context.eventCache.findCaller = async (key) => {
      const caller = await findCaller(key)
      if (key === event.judgeKeys[0]) {
        lookups += 1
        await left
      }
      return caller
    }
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(
        `GET ${event.path}/feed HTTP/1.1\r\nhost: hall.test\r\nauthorization: Bearer ${event.judgeKeys[0]}\r\n\r\n`,
      )
      return socket
    })
    await expect.poll(() => lookups).toBe(20)
    for (const socket of sockets) socket.resetAndDestroy()
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.context.eventCache.findCaller = findCaller
    answer()
    const stays = await openFeed(`${address}${event.path}/feed`, event.judgeKeys[1])
    await stays.until(({ name }) => name === 'stage')
    expect(server.context.feed.listening(event.event.id)).toBe(1)
    expect(server.context.feed.listeningJudges()).toEqual([event.judges[1]!.id])
    await stays.close()
  })
})
