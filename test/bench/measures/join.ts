import { startServer } from '../built-server.ts'
import { openScreen } from '../calls.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, percentile } from '../stats.ts'

const withinMs = 400

/** B: phones that join within 0.4 s. */
export async function benchJoin({ joins }: { joins: number }, runs: number) {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries: 8, judges: 6 })
    const figures = await medianOfRuns(runs, async () => {
      const begunAt: number[] = []
      const all = await Promise.all(
        Array.from({ length: joins }, async (_, n) => {
          await new Promise((resolve) => setTimeout(resolve, (n * withinMs) / joins))
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
    return { joins, withinMs, ...figures, reach: { kilobytes: 1000, slowestFirstStateMs: 100 } }
  } finally {
    await server.kill()
  }
}
