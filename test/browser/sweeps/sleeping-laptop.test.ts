import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../../api/operations/clock.ts'
import { timerView } from '../../../api/rules/show/timer.ts'
import { nameKeeper } from '../../bench/name-keeper.ts'
import { openProxy, type PlainProxy } from '../../support/proxy.ts'
import { makeEvent, openServer, type Server } from '../../support/show.ts'
import { browserLimitMs, openBrowser } from '../support/open-browser.ts'

const hourMs = 3_600_000

/** A laptop whose monotonic clock stands still while it sleeps. */
function sleepsAnHour(hour: number) {
  const [realNow, realPerformance] = [Date.now, performance.now.bind(performance)]
  let lastAt = realPerformance()
  let sleptMs = 0
  let stoodMs = 0
  const wake = () => {
    const at = realPerformance()
    const gap = at - lastAt
    lastAt = at
    if (gap > 3000) {
      sleptMs += hour
      stoodMs += gap
    }
  }
  setInterval(wake, 100)
  Date.now = () => {
    wake()
    return realNow() + sleptMs
  }
  performance.now = () => {
    wake()
    return realPerformance() - stoodMs
  }
  Object.assign(globalThis, { hasSlept: () => sleptMs > 0 })
}

describe('a stage that sleeps for an hour', () => {
  let passedMs = 0
  const clock = createClock(
    () => Date.now() + passedMs,
    () => performance.now() + passedMs,
  )
  let server: Server
  let line: PlainProxy
  let browser: Browser
  beforeAll(async () => {
    server = await openServer({ database: 'embedded', clock })
    const address = await server.listen()
    line = await openProxy(() => [address])
    browser = await openBrowser()
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    await line?.close()
    await server?.close()
  })

  it('shows the right second soon after it wakes, and the team then on stage', async () => {
    const event = await makeEvent(server, { entries: 2 })
    for (const cue of ['open-doors', 'next', 'start-timer'] as const) await event.cue(cue)
    const page = await browser.newPage()
    await page.addInitScript(nameKeeper)
    await page.addInitScript(sleepsAnHour, hourMs)
    await page.goto(`${line.url}/present/${event.event.slug}`)
    await page.getByText('Team 1').first().waitFor()
    const figures = page.locator('[data-clock]').first()
    await figures.waitFor()

    // Stops the whole page, as sleep does; its stream dies meanwhile unnoticed.
    const devtools = await browser.newBrowserCDPSession()
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
    const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
    for (const id of pages) process.kill(id, 'SIGSTOP')
    line.strand()
    await new Promise((resolve) => setTimeout(resolve, 4000))
    passedMs += hourMs
    for (const cue of ['next', 'start-timer'] as const) await event.cue(cue)
    const { timer } = (await server.call('GET', `${event.path}/stage`)).body
    for (const id of pages) process.kill(id, 'SIGCONT')

    await page.getByText('Team 2').first().waitFor({ timeout: 20_000 })
    expect(await page.evaluate(() => (globalThis as unknown as { hasSlept: () => boolean }).hasSlept())).toBe(true)
    const secondsOf = (text: string) => {
      const [minutes = 0, seconds = 0] = text
        .replace(/[^\d:]/g, '')
        .split(':')
        .map(Number)
      return minutes * 60 + seconds
    }
    const off = async () => {
      const shown = secondsOf((await figures.textContent()) ?? '')
      return Math.abs(shown - Math.ceil(timerView(timer, server.context.now()).remainingMs / 1000))
    }
    await expect.poll(off, { timeout: 20_000, interval: 50 }).toBeLessThanOrEqual(1)
    await page.close()
  })
})
