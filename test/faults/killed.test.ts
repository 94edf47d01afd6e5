import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createRandom } from '../../api/rehearsal/random.ts'
import { databases, openTestDatabase, type TestDatabase } from '../support/databases.ts'
import { type Program, startProgram } from '../support/program.ts'
import { openProxy, type PlainProxy } from '../support/proxy.ts'
import { owner } from '../support/show.ts'
import { type BusyShow, openBusyShow } from './busy-show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

const kills = long ? 20 : 4

describe.each(databases)('a busy show on %s whose server is killed again and again', (kind) => {
  let program: Program | undefined
  let proxy: PlainProxy
  let env: Record<string, string>
  let database: TestDatabase | undefined
  let show: BusyShow | undefined
  beforeEach(async () => {
    const folder = mkdtempSync(join(inject('folder'), 'killed-'))
    env = { DATA_DIR: folder, OWNER_KEY: owner }
    if (kind === 'embedded') cpSync(inject('embedded').migrated, folder, { recursive: true })
    else {
      database = await openTestDatabase('postgres')
      env.DATABASE_URL = database.url!
    }
    await start()
    proxy = await openProxy(() => [program!.address])
  })
  afterEach(async () => {
    await show?.close()
    program?.process.kill('SIGKILL')
    await program?.ended
    await proxy?.close()
    await database?.close()
  })

  async function start(): Promise<void> {
    program = await startProgram(env)
    if (!program.address) throw new Error(`It did not start again: ${program.output()}`)
  }

  it(
    'holds every acknowledged ballot each time, and goes on at the same second',
    async () => {
      const seed = seedOfThisTest()
      const random = createRandom(seed, 'kills')
      show = await openBusyShow({ address: proxy.url, judges: 8, seed })
      const startMs: number[] = []
      const backMs: number[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        await show.expectProgress()
        await pause(random.between(0, 700))
        const killedAt = performance.now()
        program!.process.kill('SIGKILL')
        await program!.ended
        await start()
        startMs.push(Math.round(performance.now() - killedAt))
        await show.check()
        await show.expectScreensCurrent()
        backMs.push(Math.round(performance.now() - killedAt))
      }
      await show.settle()
      const acknowledged = show.acknowledgements()
      figure(`kill -9 on ${kind}`, { kills, acknowledged, lost: 0, presses: show.presses(), startMs, backMs })
      expect(acknowledged).toBeGreaterThan(kills * 20)
    },
    (240 + kills * 60) * 1000,
  )
})
