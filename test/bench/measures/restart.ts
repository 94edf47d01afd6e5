import { startServer } from '../built-server.ts'
import { call } from '../calls.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, round } from '../stats.ts'

/** E: the server is killed in a busy show, until it serves the same second again. */
export async function benchRestart(_: object, runs: number) {
  let server = await startServer({ database: 'embedded' })
  try {
    const show = await openShow(server.address, { entries: 1, judges: 10 })
    await show.cue('start-timer')
    let lost = 0
    const figures = await medianOfRuns(runs, async () => {
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
      server = await startServer({ database: 'embedded', dataDir: server.dataDir })
      const after = (await call(server.address, 'GET', `${show.path}/stage`)).body.timer.endsAt
      const againMs = performance.now() - killedAt
      for (const [judge, editedAt] of saved) {
        const { body } = await call(server.address, 'GET', `${show.path}/ballots`, undefined, show.judgeKeys[judge])
        if (!(body.ballots[0]?.editedAt >= editedAt)) lost += 1
      }
      return { servingAgainMs: againMs, timerMovedMs: Math.abs(Date.parse(after) - Date.parse(before)) }
    })
    return {
      kills: runs,
      ...figures,
      acknowledgedBallotsLost: lost,
      residentMb: round((await server.watch()).residentMb),
      reach: { servingAgainMs: 1500, lost: 0 },
    }
  } finally {
    await server.kill()
  }
}
