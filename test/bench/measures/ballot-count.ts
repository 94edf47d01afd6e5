import { startServer } from '../built-server.ts'
import { openScreen, until } from '../calls.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, percentile } from '../stats.ts'

/** C: judges' ballots within a second, until the stage counts each, and every message meanwhile. */
export async function benchCount({ judges }: { judges: number }, runs: number) {
  const server = await startServer()
  try {
    let slot = -1
    const show = await openShow(server.address, { entries: runs, judges })
    const stage = openScreen(server.address, `${show.path}/feed`)
    const desk = openScreen(server.address, `${show.path}/feed`, show.key)
    const phones = show.judgeKeys.map((key) => openScreen(server.address, `${show.path}/feed`, key))
    const all = [stage, desk, ...phones]
    await Promise.all(all.map((screen) => screen.firstAt))
    const figures = await medianOfRuns(runs, async () => {
      slot += 1
      await show.cue('call', { entryId: show.entryIds[slot] })
      await new Promise((resolve) => setTimeout(resolve, 300))
      const before = all.reduce((sum, screen) => sum + screen.updates.length, 0)
      const updatesBefore = stage.updates.length
      const sentBallots: { sentAt: number; savedAt: number }[] = []
      await Promise.all(
        show.judgeKeys.map(async (_, judge) => {
          await new Promise((resolve) => setTimeout(resolve, (judge * 1000) / judges))
          const sentAt = performance.now()
          const { status } = await show.score(judge, 1 + (judge % 5), slot)
          if (status !== 200) throw new Error(`A ballot was refused: ${status}`)
          sentBallots.push({ sentAt, savedAt: performance.now() })
        }),
      )
      await until(() => stage.updates.at(-1)!.data.scoring.in === judges)
      const counted = sentBallots
        .sort((a, b) => a.savedAt - b.savedAt)
        .map(({ sentAt }, n) => stage.updates.slice(updatesBefore).find(({ data }) => data.scoring.in > n)!.at - sentAt)
      const messages = all.reduce((sum, screen) => sum + screen.updates.length, 0) - before
      return {
        tapToCountP50Ms: percentile(counted, 0.5),
        tapToCountP99Ms: percentile(counted, 0.99),
        ackP50Ms: percentile(
          sentBallots.map((ballot) => ballot.savedAt - ballot.sentAt),
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
