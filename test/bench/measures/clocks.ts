import { openBrowser } from '../../browser/support/open-browser.ts'
import { startServer } from '../built-server.ts'
import { openShow } from '../show.ts'
import { median, medianOfRuns, round } from '../stats.ts'
import { lateness, watchPresenter, watchScreen } from '../watched-screen.ts'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function openRunningShow() {
  const server = await startServer()
  const show = await openShow(server.address, { entries: 1, judges: 1 })
  const { timer } = await show.cue('start-timer')
  return { server, show, slug: show.path.split('/').at(-1)!, endsAtMs: Date.parse(timer.endsAt) }
}

/** D: the server is silent for five seconds: how wrong the clocks of stage, desk and backstage become, and when each shows it. */
export async function benchSilence({ silentMs }: { silentMs: number }, runs: number) {
  const { server, show, slug, endsAtMs } = await openRunningShow()
  const browser = await openBrowser('whole')
  try {
    const screens = await watchPresenter(browser, server.address, slug, show.key)
    const figures = await medianOfRuns(runs, async () => {
      // A random phase of the heartbeat, so that five runs meet different moments.
      await wait(2500 + Math.random() * 2000)
      const silentAt = Date.now()
      process.kill(server.pid, 'SIGSTOP')
      await wait(silentMs)
      process.kill(server.pid, 'SIGCONT')
      await wait(4000)
      const errors: number[] = []
      const saidAfter: number[] = []
      let fewest = Number.POSITIVE_INFINITY
      for (const screen of screens) {
        const silentFigures = (await screen.figures()).filter(({ at }) => at > silentAt)
        fewest = Math.min(fewest, silentFigures.filter(({ at }) => at < silentAt + silentMs).length)
        errors.push(...lateness(silentFigures, endsAtMs).map(Math.abs))
        const reconnecting = (await screen.said()).find(
          ({ at, text }) => at > silentAt && text.startsWith('Reconnecting'),
        )
        saidAfter.push(reconnecting ? reconnecting.at - silentAt : Number.POSITIVE_INFINITY)
      }
      return {
        errorMs: Math.max(...errors),
        medianErrorMs: median(errors),
        slowestToSayMs: Math.max(...saidAfter),
        fewestTicksInSilence: fewest,
      }
    })
    return {
      screens: screens.map(({ name }) => name),
      silentMs,
      ...figures,
      reach: { errorMs: 50, slowestToSayMs: 3000 },
    }
  } finally {
    await browser.close()
    await server.kill()
  }
}

/** H: two stages whose own clocks are a minute fast and a minute slow: how far apart they turn to the same second. */
export async function benchSkewedClocks({ seconds }: { seconds: number }, runs: number) {
  const { server, slug, endsAtMs } = await openRunningShow()
  const browser = await openBrowser('whole')
  try {
    const worst: number[] = []
    const figures = await medianOfRuns(runs, async () => {
      const at = `${server.address}/present/${slug}`
      const [fast, slow] = await Promise.all([
        watchScreen(browser, 'fast', at, { skewMs: 60_000 }),
        watchScreen(browser, 'slow', at, { skewMs: -60_000 }),
      ])
      await wait(1000)
      const from = Date.now()
      await wait(seconds * 1000)
      const ofFast = (await fast.figures()).filter((figure) => figure.at > from)
      const ofSlow = (await slow.figures()).filter((figure) => figure.at > from)
      await Promise.all([fast.page.context().close(), slow.page.context().close()])
      const apart = ofFast.flatMap((figure) => {
        const other = ofSlow.find(({ text }) => text === figure.text)
        return other ? [Math.abs(figure.at - other.at)] : []
      })
      if (apart.length < seconds - 2) throw new Error('The two clocks hardly ever showed the same second')
      worst.push(...apart)
      const latenessMs = [...lateness(ofFast, endsAtMs), ...lateness(ofSlow, endsAtMs)]
      return { apartMs: median(apart), fromTrueTimeMs: median(latenessMs.map(Math.abs)) }
    })
    return { skewMs: [60_000, -60_000], ...figures, worstApartMs: round(Math.max(...worst)), reach: { apartMs: 50 } }
  } finally {
    await browser.close()
    await server.kill()
  }
}
