import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRandom } from '../../api/rehearsal/random.ts'
import { makeEvent, openServer, type Server } from '../show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const many = long ? 2000 : 700

describe(`${many} screens and phones that come and vanish`, { timeout: 400_000 }, () => {
  let server: Server
  let address: URL
  beforeAll(async () => {
    server = await openServer('embedded')
    address = new URL(await server.listen())
  })
  afterAll(() => server.close())

  it('leave nothing behind: no listener, no timer, no socket, and the memory back where it was', async () => {
    const random = makeRandom(seedOfThisTest(), 'feeds')
    const event = await makeEvent(server, { entries: 3, judges: 20 })
    await event.cue('open-doors')

    /** Opens a feed as a browser does, without a browser's help in closing it. */
    function open(key?: string): Promise<Socket> {
      const socket = connect(Number(address.port), address.hostname).on('error', () => {})
      const who = key ? `authorization: Bearer ${key}\r\n` : ''
      socket.write(`GET ${event.path}/feed HTTP/1.1\r\nhost: hall\r\n${who}\r\n`)
      return new Promise((resolve) => socket.on('data', (bytes) => bytes.includes('event: stage') && resolve(socket)))
    }

    async function comeAndVanish(count: number): Promise<void> {
      for (let come = 0; come < count; come += 100) {
        const keys = [undefined, event.key, ...event.judgeKeys] as const
        const sockets = await Promise.all(Array.from({ length: 100 }, () => open(random.pick(keys))))
        await event.cue('message', { text: `${come} have come` })
        // Some leave properly, some break off, some in the middle of what they are told.
        for (const socket of sockets) random.chance(0.5) ? socket.end() : socket.resetAndDestroy()
      }
    }

    async function stand() {
      await expect.poll(() => server.house.feed.listening(event.event.id), { timeout: 60_000 }).toBe(0)
      // Presence is told after a moment, and what was asked of the database is answered.
      await pause(1000)
      for (let turn = 0; turn < 4; turn += 1) {
        collect()
        await pause(50)
      }
      const kinds = process.getActiveResourcesInfo().sort()
      const count = (kind: string) => kinds.filter((one) => one === kind).length
      return { heap: process.memoryUsage().heapUsed, sockets: count('TCPSocketWrap'), timers: count('Timeout') }
    }

    await comeAndVanish(300)
    const before = await stand()
    const from = performance.now()
    await comeAndVanish(many)
    const seconds = Math.round((performance.now() - from) / 100) / 10
    const after = await stand()

    expect(server.house.feed.listeningJudges()).toEqual([])
    expect(after.sockets).toBe(before.sockets)
    expect(after.timers).toBeLessThanOrEqual(before.timers)
    // What each of them cost while it was here is some twenty kilobytes; of that nothing may stay.
    const moreKb = Math.round((after.heap - before.heap) / 1024)
    figure(`${many} feeds opened and dropped`, {
      seconds,
      heapMb: Math.round(before.heap / 1e5) / 10,
      moreKb,
      ...after,
    })
    expect(moreKb).toBeLessThan(many)
    expect(server.failures).toEqual([])
  })
})
