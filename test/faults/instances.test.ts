import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { packageRoot } from '../../api/operations/package-root.ts'
import { callAt } from '../support/call.ts'
import { openTestDatabase, type TestDatabase } from '../support/databases.ts'
import { type Program, startProgram } from '../support/program.ts'
import { openProxy, type PlainProxy } from '../support/proxy.ts'
import { makeEvent, openFeed, owner } from '../support/show.ts'
import { openBusyShow } from './busy-show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

describe('three servers behind a plain proxy, on one PostgreSQL,', { timeout: 300_000 }, () => {
  let database: TestDatabase
  let proxy: PlainProxy
  const programs: Program[] = []
  const start = () =>
    startProgram({
      DATABASE_URL: database.url!,
      OWNER_KEY: owner,
      DATA_DIR: mkdtempSync(join(inject('folder'), 'instance-')),
    })
  beforeAll(async () => {
    database = await openTestDatabase('postgres', { empty: true })
    programs.push(...(await Promise.all([start(), start(), start()])))
    proxy = await openProxy(() => programs.map((program) => program.address))
  })
  afterAll(async () => {
    for (const { process } of programs) process.kill('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
    await proxy?.close()
    await database?.close()
  })

  it('start at the same moment on an empty database, and migrate it once', async () => {
    for (const program of programs) expect(program.address, program.output()).not.toBe('')
    const applied = await database.sql`select number from migrations order by number`
    const files = readdirSync(join(packageRoot, 'api', 'migrations'))
    expect(applied.map((row) => row.number)).toEqual(files.map((_, n) => n + 1))
  })

  it('keep three desks in step, each on another server', async () => {
    const event = await makeEvent({ call: callAt(programs[0]!.address) }, { entries: 30, judges: 1 })
    await event.cue('open-doors')
    const desks = await Promise.all(
      programs.map(async ({ address }) => ({
        call: callAt(address),
        feed: await openFeed(`${address}${event.path}/feed`, event.key),
      })),
    )
    let version = 0
    const acrossMs: number[] = []
    for (let press = 0; press < 30; press += 1) {
      const { call, feed } = desks[press % 3]!
      const deskStage = await feed.until(({ name, data }) => name === 'stage' && data.version >= version)
      const pressed = await call('POST', `${event.path}/cues`, { cue: 'next', ifVersion: deskStage.version }, event.key)
      const answeredAt = performance.now()
      expect(pressed.status).toBe(200)
      expect(pressed.body.onStage.slot).toBe(press + 1)
      version = pressed.body.version
      await Promise.all(desks.map((desk) => desk.feed.until(({ data }) => data.version === version)))
      acrossMs.push(performance.now() - answeredAt)
    }
    acrossMs.sort((a, b) => a - b)
    figure('a press at one server, on the desks of all three', { p50Ms: Math.round(acrossMs[15]!), presses: 30 })
    await Promise.all(desks.map(({ feed }) => feed.close()))
  })

  it('lose one after the other in a busy show: its screens come back elsewhere, nothing is lost, and closing is exact', async () => {
    const seed = seedOfThisTest()
    const show = await openBusyShow({ address: proxy.url, judges: 9, screens: 9, seed })
    try {
      const backMs: number[] = []
      for (let killed = 0; killed < (long ? 9 : 3); killed += 1) {
        await show.expectProgress()
        const [program] = [programs[killed % 3]!]
        program.process.kill('SIGKILL')
        await program.ended
        const from = performance.now()
        await show.expectScreensCurrent()
        backMs.push(Math.round(performance.now() - from))
        await show.expectProgress()
        await show.check()
        programs[killed % 3] = await start()
      }
      await show.settle()

      show.tap(true)
      await show.expectProgress()
      const { path, key } = show.event
      const readBallots = async () =>
        new Map(
          (
            await database.sql`
            select judge_id || entry_id as id, edited_at from ballots where event_id = ${show.event.event.id}`
          ).map((row) => [row.id as string, (row.edited_at as Date).toISOString()]),
        )
      const closeAnswer = await callAt(programs[1]!.address)('POST', `${path}/cues`, { cue: 'close-scoring' }, key)
      expect(closeAnswer.status).toBe(200)
      const atClose = await readBallots()
      const answered = show.acknowledgements()
      await pause(1500)
      show.tap(false)
      const inVain = () => show.phones.filter((phone) => phone.saving().text.includes('Scoring has closed')).length
      await expect.poll(inVain, { timeout: 120_000 }).toBe(show.phones.length)
      expect(await readBallots()).toEqual(atClose)
      await show.check()
      const acknowledged = show.acknowledgements()
      figure('three servers, each killed', { backMs, acknowledged, lost: 0, late: acknowledged - answered })
    } finally {
      await show.close()
    }
  })
})
