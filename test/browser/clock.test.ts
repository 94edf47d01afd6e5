import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lateness, watchPresenter, watchScreen } from '../bench/watched-screen.ts'
import { callAt, owner } from '../support/call.ts'
import { type Program, startProgram } from '../support/program.ts'
import { makeEvent } from '../support/show.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { connectBrowser } from './support/shared.ts'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the stage clock', () => {
  let folder: string
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demo-hour-clock-'))
    cpSync(inject('embedded').migrated, folder, { recursive: true })
    program = await startProgram({ DATA_DIR: folder, OWNER_KEY: owner })
    browser = await connectBrowser({ everyFrame: true })
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    program?.process.kill('SIGCONT')
    program?.process.kill('SIGKILL')
    await program?.ended
    rmSync(folder, { recursive: true, force: true })
  })

  async function startShow() {
    const { event, key, cue } = await makeEvent({ call: callAt(program.address) }, { entries: 1, judges: 0 })
    await cue('open-doors')
    await cue('next')
    const { timer } = (await cue('start-timer')).body
    return { slug: event.slug, key, endsAtMs: Date.parse(timer.endsAt), cue }
  }

  it('continues on every screen while the server is silent for five seconds; each shows that, and is right afterwards', async () => {
    const show = await startShow()
    const screens = await watchPresenter(browser, program.address, show.slug, show.key)
    await wait(2500)
    const silentAt = Date.now()
    program.process.kill('SIGSTOP')
    await wait(5000)
    const heardAt = Date.now()
    program.process.kill('SIGCONT')

    for (const screen of screens) {
      const figures = (await screen.figures()).filter(({ at }) => at > silentAt && at < heardAt)
      // No second is left out, and each comes when it is due: frames may be late on a busy machine, never early.
      expect(figures.length, screen.name).toBeGreaterThanOrEqual(4)
      const latenessMs = lateness(figures, show.endsAtMs)
      expect(Math.min(...latenessMs), screen.name).toBeGreaterThan(-50)
      expect(Math.max(...latenessMs), screen.name).toBeLessThan(900)
      const connectionText = (await screen.said()).find(({ at, text }) => at > silentAt && text === 'Reconnecting…')
      expect(connectionText, screen.name).toBeDefined()
      expect(connectionText!.at - silentAt, screen.name).toBeLessThan(4000)
    }

    for (const { page } of screens)
      await page.locator('[data-connection]', { hasText: /^$/ }).waitFor({ state: 'attached' })
    await wait(2500)
    for (const screen of screens) {
      const latenessMs = lateness((await screen.figures()).slice(-2), show.endsAtMs)
      expect(Math.min(...latenessMs), screen.name).toBeGreaterThan(-50)
      expect(Math.max(...latenessMs), screen.name).toBeLessThan(900)
    }
    await show.cue('pause-timer')
    await expect
      .poll(async () => Promise.all(screens.map(({ page }) => page.getByText('Paused', { exact: true }).count())))
      .toEqual([1, 2, 1])
    const stand = await Promise.all(screens.map(async (screen) => (await screen.figures()).at(-1)?.text))
    expect(new Set(stand).size).toBe(1)
    await Promise.all(screens.map(({ page }) => page.context().close()))
  })

  it('shows the same second on two laptops whose own clocks are a minute fast and a minute slow', async () => {
    const show = await startShow()
    const at = `${program.address}/present/${show.slug}`
    const screens = await Promise.all([
      watchScreen(browser, 'fast', at, { skewMs: 60_000 }),
      watchScreen(browser, 'slow', at, { skewMs: -60_000 }),
    ])
    const wallTimes = await Promise.all(screens.map(({ page }) => page.evaluate(() => Date.now())))
    expect(wallTimes[0]! - wallTimes[1]!).toBeGreaterThan(110_000)
    await wait(1000)
    const from = Date.now()
    await wait(7000)
    const leastLate = await Promise.all(
      screens.map(async (screen) => {
        const laterFigures = (await screen.figures()).filter((figure) => figure.at > from)
        expect(laterFigures.length).toBeGreaterThanOrEqual(5)
        return Math.min(...lateness(laterFigures, show.endsAtMs))
      }),
    )
    // A frame may be late on a busy machine, never early: of several, the one that was least late tells the clock from the frames.
    expect(Math.abs(leastLate[0]! - leastLate[1]!)).toBeLessThan(50)
    expect(Math.abs(leastLate[0]!)).toBeLessThan(50)
    await Promise.all(screens.map(({ page }) => page.context().close()))
  })
})
