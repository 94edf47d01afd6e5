import { join } from 'node:path'
import { type Program, startProgram, startServer } from '../built-server.ts'
import { call } from '../calls.ts'
import { openCrowd } from '../crowd.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, round, spread } from '../stats.ts'

const cues = 3

type Sizes = { screens: number; yardsticks: boolean }

/** I: thousands of screens on one instance, from a cue to the last screen; beside two servers that only broadcast. */
export async function benchScreens({ screens, yardsticks }: Sizes, runs: number) {
  const server = await startServer({ database: 'postgres' })
  let stage = ''
  let ours: object
  try {
    const show = await openShow(server.address, { entries: 8, judges: 6 })
    stage = JSON.stringify((await call(server.address, 'GET', `${show.path}/stage`)).body)
    let { version } = JSON.parse(stage)
    ours = await measure(server, `${show.path}/feed?counts=off`, screens, runs, () => {
      version += 1
      return { mark: `"version":${version},`, press: () => show.cue('add-time', { seconds: 1 }) }
    })
  } finally {
    await server.kill()
  }
  const reach = { p99: 250, heldMs: 25, residentMb: 300 }
  if (!yardsticks) return { screens, ...ours, reach }
  return { screens, ...ours, reach, streamSse: await plain('stream-sse'), bareHttp: await plain('bare') }

  async function plain(kind: 'stream-sse' | 'bare') {
    const program = await startProgram([join(import.meta.dirname, 'plain-feeds.js'), kind], {}, /^port (\d+)$/m)
    let sentCount = 0
    try {
      return await measure(program, '/', screens, runs, () => {
        sentCount += 1
        const mark = `"told":${sentCount},`
        return { mark, press: () => call(program.address, 'POST', '/', JSON.parse(`{${mark}${stage.slice(1)}`)) }
      })
    } finally {
      await program.kill()
    }
  }
}

async function measure(
  server: Program,
  path: string,
  screens: number,
  runs: number,
  next: () => { mark: string; press: () => Promise<unknown> },
) {
  const { residentMb: emptyMb } = await server.watch()
  const begunAt = performance.now()
  const crowd = await openCrowd(server.address, path, screens)
  const joinedMs = performance.now() - begunAt
  await new Promise((resolve) => setTimeout(resolve, 500))
  try {
    const figures = await medianOfRuns(runs, async () => {
      const samples: number[] = []
      let heldMs = 0
      let residentMb = 0
      for (let n = 0; n < cues; n += 1) {
        const { mark, press } = next()
        await server.watch()
        const arrivals = crowd.allHave(mark)
        const pressedAt = performance.now()
        const [at] = await Promise.all([arrivals, press()])
        for (const moment of at) samples.push(moment - pressedAt)
        const watched = await server.watch()
        heldMs = Math.max(heldMs, watched.heldMs)
        residentMb = watched.residentMb
      }
      return { ...spread(samples), heldMs, residentMb }
    })
    const kilobytesEach = ((figures.residentMb - emptyMb) * 1000) / screens
    return { ...figures, emptyMb: round(emptyMb), kilobytesEach: round(kilobytesEach), joinedMs: round(joinedMs) }
  } finally {
    crowd.close()
  }
}
