import { cpSync, mkdtempSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Program, startProgram } from '../support/program.ts'
import { owner } from '../support/show.ts'
import { type BusyShow, openBusyShow } from './busy-show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

const each = long ? 400 : 50

describe('clients that are slow on purpose', { timeout: 400_000 }, () => {
  let program: Program
  let show: BusyShow
  const sockets: Socket[] = []
  beforeAll(async () => {
    const folder = mkdtempSync(join(inject('folder'), 'slow-'))
    cpSync(inject('embedded').migrated, folder, { recursive: true })
    program = await startProgram({ DATA_DIR: folder, OWNER_KEY: owner })
  })
  afterAll(async () => {
    for (const socket of sockets) socket.destroy()
    await show?.close()
    program?.process.kill('SIGKILL')
    await program?.ended
  })

  it('delay nobody else: half a head, a byte a second, a body without end, a feed that is never read', async () => {
    const { hostname, port } = new URL(program.address)
    show = await openBusyShow({ address: program.address, judges: 6, seed: seedOfThisTest() })
    await show.expectProgress()
    const { path, key } = show.event
    const closedAfter = new Map<string, number[]>()
    const begunAt = performance.now()

    function open(kind: string, head: string): Socket {
      const socket = connect(Number(port), hostname).on('error', () => {})
      socket.on('close', () => {
        closedAfter.set(kind, [...(closedAfter.get(kind) ?? []), Math.round((performance.now() - begunAt) / 1000)])
      })
      // Unread, an answer would hide the end that follows it.
      socket.resume()
      socket.write(head)
      sockets.push(socket)
      return socket
    }
    const alive = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('x')
    }, 1000)
    const post = `POST ${path}/cues HTTP/1.1\r\nhost: hall\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n`
    const slow: Socket[] = []
    for (let n = 0; n < each; n += 1) {
      open('half a head', 'GET / HTTP/1.1\r\nhost: hall\r\n')
      slow.push(open('a byte a second', 'GET / HTTP/1.1\r\nx-slow: '))
      slow.push(open('a body without end', `${post}content-length: 200000\r\n\r\n{`))
      open('a feed never read', `GET ${path}/feed HTTP/1.1\r\nhost: hall\r\n\r\n`).pause()
    }

    const gone = (kind: string) => (closedAfter.get(kind) ?? []).length
    const askedMs: number[] = []
    while (gone('half a head') + gone('a byte a second') < 2 * each) {
      const askedAt = performance.now()
      expect((await show.call('GET', `${path}/stage`)).status).toBe(200)
      askedMs.push(performance.now() - askedAt)
      await pause(250)
    }
    await show.expectProgress()
    if (long) while (gone('a body without end') < each) await pause(250)
    clearInterval(alive)
    await show.expectScreensCurrent()
    await show.settle()
    await show.check()
    askedMs.sort((a, b) => a - b)
    figure('slow clients', {
      each,
      askedP50Ms: Math.round(askedMs[Math.floor(askedMs.length / 2)]!),
      askedMostMs: Math.round(askedMs.at(-1)!),
      closedAfterSeconds: Object.fromEntries([...closedAfter].map(([kind, after]) => [kind, Math.max(...after)])),
    })
  })
})
