import { openProxy } from '../../support/proxy.ts'
import { type BuiltServer, startServer } from '../built-server.ts'
import { call, openScreen, type Screen, until } from '../calls.ts'
import { openCrowd } from '../crowd.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, percentile } from '../stats.ts'

type Sizes = { instances: number; screens: number; cues: number }

async function startInstances(count: number): Promise<BuiltServer[]> {
  const first = await startServer({ database: 'postgres' })
  const { databaseUrl } = first
  return [first, ...(await Promise.all(Array.from({ length: count - 1 }, () => startServer({ databaseUrl }))))]
}

/**
 * K: several instances on one PostgreSQL: a cue on one until the screens of another show it, and one instance killed until its
 * screens are back.
 */
export async function benchInstances(sizes: Sizes, runs: number) {
  return {
    ...sizes,
    cue: await cueAcross(sizes, runs),
    killed: await killOne(sizes, runs),
    reach: { addedMs: 10, slowestBackMs: 3000, lost: 0 },
  }
}

export async function cueAcross({ instances, screens, cues }: Sizes, runs: number) {
  const servers = await startInstances(instances)
  try {
    const show = await openShow(servers[0]!.address, { entries: 3, judges: 6 })
    const feed = `${show.path}/feed`
    const crowds = await Promise.all(servers.map(({ address }) => openCrowd(address, feed, screens)))
    let { version } = await show.cue('start-timer')
    const figures = await medianOfRuns(runs, async () => {
      const own: number[] = []
      const others: number[] = []
      for (let n = 0; n < cues; n += 1) {
        version += 1
        const arrivals = Promise.all(crowds.map((crowd) => crowd.allHave(`"version":${version},`)))
        const pressedAt = performance.now()
        const [[first, ...rest]] = await Promise.all([arrivals, show.cue('add-time', { seconds: 1 })])
        own.push(...first!.map((at) => at - pressedAt))
        others.push(...rest.flat().map((at) => at - pressedAt))
      }
      const [ownP50Ms, ownP99Ms] = [percentile(own, 0.5), percentile(own, 0.99)]
      const alone: Record<string, number> = { ownP50Ms, ownP99Ms }
      if (others.length === 0) return alone
      const [othersP50Ms, othersP99Ms] = [percentile(others, 0.5), percentile(others, 0.99)]
      return { ...alone, othersP50Ms, othersP99Ms, addedMs: othersP50Ms - ownP50Ms }
    })
    for (const crowd of crowds) crowd.close()
    return figures
  } finally {
    await Promise.all(servers.map((server) => server.kill()))
  }
}

/** Screens and judges behind a plain proxy that behave as the pages do: lost streams are reopened, unanswered requests repeated. */
async function killOne({ instances, screens }: Sizes, runs: number) {
  const servers = await startInstances(instances)
  const proxy = await openProxy(() => servers.map(({ address }) => address))
  let lost = 0
  try {
    const show = await openShow(proxy.url, { entries: 1, judges: 10 })
    const room = Array.from({ length: screens * instances }, () => lastingScreen(proxy.url, `${show.path}/feed`))
    await until(() => room.every((screen) => screen.isIn()))
    const figures = await medianOfRuns(runs, async () => {
      let on = true
      const saved = new Map<number, string>()
      const tapping = show.judgeKeys.map(async (_, judge) => {
        for (let tap = 0; on; tap += 1) {
          const answer = await show.score(judge, 1 + (tap % 5)).catch(() => undefined)
          if (answer?.status === 200) saved.set(judge, answer.body.ballot.editedAt)
          else await new Promise((resolve) => setTimeout(resolve, 50))
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      const killedAt = performance.now()
      await servers.shift()!.kill()
      const { version } = await cueAgain(show)
      await until(() => room.every((screen) => screen.version() >= version))
      const returnedAfterMs = room
        .filter((screen) => screen.lostAt() >= killedAt)
        .map((screen) => screen.inAt() - killedAt)
      on = false
      await Promise.all(tapping)
      for (const [judge, editedAt] of saved) {
        const { body } = await call(proxy.url, 'GET', `${show.path}/ballots`, undefined, show.judgeKeys[judge])
        if (!(body.ballots[0]?.editedAt >= editedAt)) lost += 1
      }
      servers.push(await startServer({ databaseUrl: servers[0]!.databaseUrl }))
      return {
        screensLost: returnedAfterMs.length,
        p50BackMs: percentile(returnedAfterMs, 0.5),
        slowestBackMs: Math.max(...returnedAfterMs),
      }
    })
    for (const screen of room) screen.close()
    return { ...figures, acknowledgedBallotsLost: lost }
  } finally {
    await proxy.close()
    await Promise.all(servers.map((server) => server.kill()))
  }
}

/** The first press may meet the connection that has just died; an operator presses again. */
async function cueAgain(show: Awaited<ReturnType<typeof openShow>>): Promise<{ version: number }> {
  for (;;) {
    const answer = await show.cue('message', { text: `Killed at ${Date.now()}` }).catch(() => undefined)
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function lastingScreen(address: string, path: string) {
  let screen: Screen
  let inAt = 0
  let lostAt = 0
  let closed = false
  const open = () => {
    screen = openScreen(address, path)
    void screen.firstAt.then((at) => {
      inAt = at
    })
    void screen.ended.then(() => {
      if (closed) return
      if (inAt > lostAt) lostAt = performance.now()
      setTimeout(open, 500 * (0.5 + Math.random()))
    })
  }
  open()
  return {
    isIn: () => inAt > lostAt,
    inAt: () => inAt,
    lostAt: () => lostAt,
    version: () => screen.updates.at(-1)?.data.version ?? 0,
    close() {
      closed = true
      screen.close()
    },
  }
}
