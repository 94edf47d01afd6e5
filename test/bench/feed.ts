import { startServer } from './built-server.ts'
import { call, openScreen, until } from './calls.ts'
import { openShow } from './show.ts'
import { medianOfRuns, percentile, round } from './stats.ts'

const screens = 200

/** A: from the press of a cue to every one of 200 screens, after a durable commit. */
export async function benchCue() {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries: 3, judges: 6 })
    const all = Array.from({ length: screens }, () => openScreen(server.address, `${show.path}/feed`))
    await Promise.all(all.map((screen) => screen.firstAt))
    const figures = await medianOfRuns(5, async () => {
      const samples: number[] = []
      for (let n = 0; n < 20; n += 1) {
        const before = Math.max(...all.map((screen) => screen.updates.length))
        const pressedAt = performance.now()
        const { version } = await show.cue('add-time', { seconds: 1 })
        await until(() => all.every((screen) => screen.updates.length > before))
        if (all.some((screen) => screen.updates.at(-1)!.data.version !== version))
          throw new Error('A screen shows something else')
        for (const screen of all) samples.push(screen.updates.at(-1)!.at - pressedAt)
      }
      return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), p99: percentile(samples, 0.99) }
    })
    for (const screen of all) screen.close()
    return { screens, cues: 100, ms: figures, reach: { p50: 5, p99: 15 } }
  } finally {
    await server.kill()
  }
}

/** B: 200 phones that come within 0.4 s. */
export async function benchJoin() {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries: 8, judges: 6 })
    const figures = await medianOfRuns(5, async () => {
      const begunAt: number[] = []
      const all = await Promise.all(
        Array.from({ length: screens }, async (_, n) => {
          await new Promise((resolve) => setTimeout(resolve, n * 2))
          begunAt[n] = performance.now()
          return openScreen(server.address, `${show.path}/feed?counts=off`)
        }),
      )
      const waits = await Promise.all(all.map(async (screen, n) => (await screen.firstAt) - begunAt[n]!))
      await new Promise((resolve) => setTimeout(resolve, 200))
      const bytes = all.reduce((sum, screen) => sum + screen.bytes(), 0)
      for (const screen of all) screen.close()
      return {
        kilobytes: bytes / 1000,
        slowestFirstStateMs: Math.max(...waits),
        p50FirstStateMs: percentile(waits, 0.5),
      }
    })
    return { joins: screens, withinMs: 400, ...figures, reach: { kilobytes: 1000, slowestFirstStateMs: 100 } }
  } finally {
    await server.kill()
  }
}

/** C: 200 judges' ballots within a second, until the stage counts each; and every message that went out meanwhile. */
export async function benchCount() {
  const server = await startServer()
  try {
    const judges = 200
    let slot = -1
    const show = await openShow(server.address, { entries: 5, judges })
    const stage = openScreen(server.address, `${show.path}/feed`)
    const desk = openScreen(server.address, `${show.path}/feed`, show.key)
    const phones = show.judgeKeys.map((key) => openScreen(server.address, `${show.path}/feed`, key))
    const all = [stage, desk, ...phones]
    await Promise.all(all.map((screen) => screen.firstAt))
    const figures = await medianOfRuns(5, async () => {
      slot += 1
      await show.cue('call', { entryId: show.entryIds[slot] })
      await new Promise((resolve) => setTimeout(resolve, 300))
      const before = all.reduce((sum, screen) => sum + screen.updates.length, 0)
      const seen = stage.updates.length
      const sent: { sentAt: number; savedAt: number }[] = []
      await Promise.all(
        show.judgeKeys.map(async (_, judge) => {
          await new Promise((resolve) => setTimeout(resolve, judge * 5))
          const sentAt = performance.now()
          const { status } = await show.score(judge, 1 + (judge % 5), slot)
          if (status !== 200) throw new Error(`A ballot was refused: ${status}`)
          sent.push({ sentAt, savedAt: performance.now() })
        }),
      )
      await until(() => stage.updates.at(-1)!.data.scoring.in === judges)
      const counted = sent
        .sort((a, b) => a.savedAt - b.savedAt)
        .map(({ sentAt }, n) => stage.updates.slice(seen).find(({ data }) => data.scoring.in > n)!.at - sentAt)
      const messages = all.reduce((sum, screen) => sum + screen.updates.length, 0) - before
      return {
        tapToCountP50Ms: percentile(counted, 0.5),
        tapToCountP99Ms: percentile(counted, 0.99),
        ackP50Ms: percentile(
          sent.map((one) => one.savedAt - one.sentAt),
          0.5,
        ),
        messages,
      }
    })
    for (const screen of all) screen.close()
    return { judges, ...figures, reach: { tapToCountP99Ms: 150, messages: 300 } }
  } finally {
    await server.kill()
  }
}

/** M: one judge's ballot while twenty tap without pause. */
export async function benchTap() {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries: 1, judges: 20 })
    const figures = await medianOfRuns(5, async () => {
      const samples: number[] = []
      const stopAt = performance.now() + 2000
      await Promise.all(
        show.judgeKeys.map(async (_, judge) => {
          for (let tap = 0; performance.now() < stopAt; tap += 1) {
            const sentAt = performance.now()
            await show.score(judge, 1 + (tap % 5))
            samples.push(performance.now() - sentAt)
          }
        }),
      )
      return {
        p50: percentile(samples, 0.5),
        p95: percentile(samples, 0.95),
        p99: percentile(samples, 0.99),
        perSecond: samples.length / 2,
      }
    })
    return { judges: 20, ms: figures, reach: { p50: 5, p95: 15 } }
  } finally {
    await server.kill()
  }
}

/** E: killed in the middle of a busy show, until it serves the same second again. */
export async function benchRestart() {
  const { mkdtempSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const dataDir = mkdtempSync(join(tmpdir(), 'demo-hour-bench-'))
  let server = await startServer({ DATA_DIR: dataDir })
  try {
    const show = await openShow(server.address, { entries: 1, judges: 10 })
    await show.cue('start-timer')
    let lost = 0
    const figures = await medianOfRuns(5, async () => {
      const saved = new Map<number, string>()
      let on = true
      const { address } = server
      const tapping = show.judgeKeys.map(async (key, judge) => {
        for (let tap = 0; on; tap += 1) {
          const body = { scores: { problem: 1 + (tap % 5) }, comment: String(tap), editedAt: new Date().toISOString() }
          const answer = await call(address, 'PUT', `${show.path}/ballots/${show.entryIds[0]}`, body, key).catch(
            () => undefined,
          )
          if (answer?.status === 200) saved.set(judge, answer.body.ballot.editedAt)
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 500))
      const before = (await call(address, 'GET', `${show.path}/stage`)).body.timer.endsAt
      on = false
      await server.kill()
      await Promise.all(tapping)
      const killedAt = performance.now()
      server = await startServer({ DATA_DIR: dataDir })
      const after = (await call(server.address, 'GET', `${show.path}/stage`)).body.timer.endsAt
      const againMs = performance.now() - killedAt
      for (const [judge, editedAt] of saved) {
        const { body } = await call(server.address, 'GET', `${show.path}/ballots`, undefined, show.judgeKeys[judge])
        if (!(body.ballots[0]?.editedAt >= editedAt)) lost += 1
      }
      return { servingAgainMs: againMs, timerMovedMs: Math.abs(Date.parse(after) - Date.parse(before)) }
    })
    return {
      kills: 5,
      ...figures,
      acknowledgedBallotsLost: lost,
      residentMb: round(await server.residentMb()),
      reach: { servingAgainMs: 1500, lost: 0 },
    }
  } finally {
    await server.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
