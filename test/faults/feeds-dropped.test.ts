import { cpSync, mkdtempSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createRandom } from '../../api/rehearsal/random.ts'
import { callAt } from '../support/call.ts'
import { type Program, startProgram } from '../support/program.ts'
import { makeEvent, owner } from '../support/show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

const [rounds, many] = long ? [5, 2000] : [1, 600]
const watched = ['--expose-gc', '--import', join(import.meta.dirname, 'report-memory.js')]

type Holds = { heap: number; rss: number; sockets: number; timers: number }

describe(`${many} screens and phones that connect and vanish`, { timeout: 600_000 }, () => {
  let program: Program
  beforeAll(async () => {
    const folder = mkdtempSync(join(inject('folder'), 'feeds-'))
    cpSync(inject('embedded').migrated, folder, { recursive: true })
    program = await startProgram({ DATA_DIR: folder, OWNER_KEY: owner }, { flags: watched })
  })
  afterAll(async () => {
    program?.process.kill('SIGKILL')
    await program?.ended
  })

  it('leave nothing behind: no listener, no timer, no socket, and no memory, round after round', async () => {
    const random = createRandom(seedOfThisTest(), 'feeds')
    const { hostname, port } = new URL(program.address)
    const event = await makeEvent({ call: callAt(program.address) }, { entries: 3, judges: 20 })
    await event.cue('open-doors')

    function open(key?: string): Promise<Socket> {
      const socket = connect(Number(port), hostname).on('error', () => {})
      const who = key ? `authorization: Bearer ${key}\r\n` : ''
      socket.write(`GET ${event.path}/feed HTTP/1.1\r\nhost: hall\r\n${who}\r\n`)
      return new Promise((resolve) => socket.on('data', (bytes) => bytes.includes('event: stage') && resolve(socket)))
    }

    async function comeAndVanish(count: number): Promise<void> {
      for (let come = 0; come < count; come += 100) {
        const keys = [undefined, event.key, ...event.judgeKeys] as const
        const sockets = await Promise.all(Array.from({ length: 100 }, () => open(random.pick(keys))))
        await event.cue('message', { text: `${come} have come` })
        for (const socket of sockets) random.chance(0.5) ? socket.end() : socket.resetAndDestroy()
      }
    }

    const listening = async () => {
      const text = await (await fetch(`${program.address}/metrics`)).text()
      return Number(/^demo_hour_feed_listeners\S* (\d+)$/m.exec(text)?.[1])
    }
    async function readHolds(): Promise<Holds> {
      const before = program.output().length
      program.process.kill('SIGUSR2')
      const lastFigures = () => /^Holds (.*)$/m.exec(program.output().slice(before))?.[1]
      await expect.poll(lastFigures, { timeout: 60_000 }).toBeDefined()
      return JSON.parse(lastFigures()!)
    }
    async function holds(): Promise<Holds> {
      await expect.poll(listening, { timeout: 60_000 }).toBe(0)
      // Idle connections are closed after some seconds, and presence is written by then.
      await expect.poll(async () => (await readHolds()).sockets, { timeout: 60_000, interval: 500 }).toBe(0)
      return readHolds()
    }

    // The first round fills caches and the latest values.
    await comeAndVanish(many)
    const measured = [await holds()]
    const from = performance.now()
    for (let round = 0; round < rounds; round += 1) {
      await comeAndVanish(many)
      measured.push(await holds())
    }
    const seconds = Math.round((performance.now() - from) / 100) / 10
    const [first, last] = [measured[0]!, measured.at(-1)!]
    figure(`${many} feeds opened and dropped, ${rounds} times`, {
      seconds,
      heapKb: measured.map(({ heap }) => Math.round(heap / 1024)),
      rssMb: measured.map(({ rss }) => Math.round(rss / 1e6)),
      timers: last.timers,
    })
    expect(last.timers).toBeLessThanOrEqual(first.timers)
    // Each client cost some twenty kilobytes while connected; none of it may stay.
    expect((last.heap - first.heap) / (rounds * many)).toBeLessThan(1000)
  })
})
