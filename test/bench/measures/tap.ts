import { startServer } from '../built-server.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, spread } from '../stats.ts'
import { judgesFor, judgesWhoTap, tapWithoutPause } from '../taps.ts'

/** M: one judge's ballot while twenty judges tap without pause. */
export async function benchTap({ judges, seconds }: { judges: number; seconds: number }, runs: number) {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries: 1, judges: judgesFor(judges) })
    const phones = judgesWhoTap(show, judges)
    await tapWithoutPause(server.address, phones, seconds * 500)
    const ms = await medianOfRuns(runs, async () => {
      const samples = await tapWithoutPause(server.address, phones, seconds * 1000)
      return { ...spread(samples), perSecond: samples.length / seconds }
    })
    return { judges, ms, reach: { p50: 5, p95: 15 } }
  } finally {
    await server.kill()
  }
}
