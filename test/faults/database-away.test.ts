import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts'
import { type Program, startProgram } from '../support/program.ts'
import { type Line, openProxy, type PlainProxy } from '../support/proxy.ts'
import { owner } from '../support/show.ts'
import { type BusyShow, openBusyShow } from './busy-show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

describe('while its PostgreSQL is away, a show', () => {
  let server: PostgresServer
  let line: PlainProxy
  let program: Program
  let show: BusyShow
  beforeAll(async () => {
    server = await startPostgresServer(join(inject('folder'), randomBytes(4).toString('hex')))
    line = await openProxy(() => [server.url])
    program = await startProgram({ DATABASE_URL: line.url, OWNER_KEY: owner, DATA_DIR: inject('folder') })
    if (!program.address) throw new Error(program.output())
  })
  afterAll(async () => {
    program?.process.kill('SIGKILL')
    await program?.ended
    await line?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    show = await openBusyShow({ address: program.address, judges: 8, seed: seedOfThisTest() })
    await show.expectScreensCurrent()
    await show.expectProgress()
  }, 60_000)
  afterEach(async () => {
    await show?.close()
    Object.assign(line.line, { downMs: 0, dead: false })
  })

  const health = async () => (await fetch(`${program.address}/api/health`)).status
  const unsaidOf = () => show.screens.filter((screen) => screen.connected()).length

  async function waitUntilShown(): Promise<number> {
    const from = performance.now()
    await expect.poll(unsaidOf, { timeout: 30_000, interval: 20 }).toBe(0)
    const tookMs = performance.now() - from
    await expect.poll(health, { timeout: 30_000 }).toBe(503)
    return Math.round(tookMs)
  }

  async function waitUntilRecovered(): Promise<number> {
    const from = performance.now()
    await Promise.all([
      expect.poll(unsaidOf, { timeout: 60_000, interval: 20 }).toBe(show.screens.length),
      show.expectProgress(),
    ])
    const tookMs = performance.now() - from
    await show.expectScreensCurrent()
    expect(await health()).toBe(200)
    return Math.round(tookMs)
  }

  const setLine = (quality: Partial<Line>) => async () => void Object.assign(line.line, quality)
  const waysToGo: [string, { go: () => Promise<void>; come: () => Promise<void> }][] = [
    ['its server crashes and is started again', { go: () => server.crash(), come: () => server.start() }],
    ['the line to it is cut', { go: () => line.cut(), come: () => line.mend() }],
    ['its answers come two seconds late', { go: setLine({ downMs: 2000 }), come: setLine({ downMs: 0 }) }],
    ['the line dies without a word', { go: setLine({ dead: true }), come: setLine({ dead: false }) }],
  ]
  it.each(waysToGo)(
    'keeps every ballot, says so on every screen, and heals by itself: %s',
    async (name, { go, come }) => {
      const before = show.acknowledgements()
      await go()
      const saidMs = await waitUntilShown()
      const feeds = show.screens.map((screen) => screen.stage()?.version)
      await pause(3000)
      const savingTexts = show.phones.map((phone) => phone.saving().text)
      for (const text of savingTexts) expect(text).toMatch(/^Saved on this phone\. |^Sending…$/)
      // Screens keep what they show. A slow answer that arrives later is newer and shown.
      for (const [n, screen] of show.screens.entries())
        expect(screen.stage()?.version).toBeGreaterThanOrEqual(feeds[n] ?? Number.NaN)
      await come()
      const healedMs = await waitUntilRecovered()
      await show.check()
      await show.settle()
      expect(show.failedPresses.filter((output) => output.startsWith('500'))).toEqual([])
      const programOutput = program.output()
      expect(programOutput).toMatch(/The database does not answer \([^)]+\)\. Screens say so and go on/)
      expect(programOutput).toMatch(/The database answers again, after [\d.]+ s\./)
      const acknowledged = show.acknowledgements() - before
      figure(name, { saidMs, healedMs, acknowledged, lost: 0, presses: [...new Set(show.failedPresses)] })
    },
  )

  it.runIf(long)('releases connections that died unnoticed, when its server has moved', async () => {
    const before = show.acknowledgements()
    line.strand()
    const saidMs = await waitUntilShown()
    const healedMs = await waitUntilRecovered()
    await show.check()
    await show.settle()
    figure('its server moved without a word', { saidMs, healedMs, acknowledged: show.acknowledgements() - before })
  })

  it('continues when all its connections are cut', async () => {
    const admin = postgres(server.url, { max: 1, onnotice: () => {} })
    const from = performance.now()
    const [{ cut }] = (await admin`
      select count(pg_terminate_backend(pid))::int as cut from pg_stat_activity where application_name = 'demo-hour'`) as any
    await admin.end()
    expect(cut).toBeGreaterThan(1)
    await show.expectProgress()
    await show.expectScreensCurrent()
    figure('all connections are cut', { cut, healedMs: Math.round(performance.now() - from) })
    await show.check()
    await show.settle()
  })
})
