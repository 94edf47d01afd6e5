import { startServer } from './built-server.ts'
import { openCrowd } from './crowd.ts'
import { openShow } from './show.ts'
import { medianOfRuns, spread } from './stats.ts'

type Sizes = { screens: number; cues: number; entries?: number }

/** A: from the press of a cue to every one of its screens, after a durable commit. */
export async function benchCue({ screens, cues, entries = 3 }: Sizes, runs: number) {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries, judges: 6 })
    const crowd = await openCrowd(server.address, `${show.path}/feed`, screens)
    let { version } = await show.cue('start-timer')
    const ms = await medianOfRuns(runs, async () => {
      const samples: number[] = []
      for (let n = 0; n < cues; n += 1) {
        version += 1
        const heard = crowd.allHave(`"version":${version},`)
        const pressedAt = performance.now()
        const [at] = await Promise.all([heard, show.cue('add-time', { seconds: 1 })])
        for (const moment of at) samples.push(moment - pressedAt)
      }
      return spread(samples)
    })
    crowd.close()
    return { screens, entries, cues: runs * cues, ms, reach: { p50: 5, p99: 15 } }
  } finally {
    await server.kill()
  }
}
