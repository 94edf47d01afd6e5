import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from '../support/driven-show.ts'
import { needBrowser } from '../support/find-browser.ts'
import { browserLimitMs, laptopSize } from '../support/open-browser.ts'
import { sharedServer } from '../support/shared.ts'

/** Playwright's browsers have no back-forward cache; people's have one. */
describe('a page that was left, in a browser that keeps it for the way back', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  let page: Page
  let show: Show
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: await needBrowser('whole'),
      args: ['--no-sandbox'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    show = await makeShow(server.address, server.ownerKey)
    page = await (await browser.newContext({ ...laptopSize, baseURL: server.address })).newPage()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const countScreens = async () => {
    const answer = await fetch(`${server.address}/api/events/${show.event.slug}/listening`)
    return ((await answer.json()) as { listening: number }).listening
  }
  /** As a link does: Playwright's own navigation waits for a load that a page from the cache never has. */
  const go = (script: string) => page.evaluate(`setTimeout(() => { ${script} })`)
  const waitFor = (path: string, words: string) =>
    expect
      .poll(() => page.evaluate(() => location.pathname + document.body.innerText).catch(() => ''), { timeout: 60_000 })
      .toMatch(new RegExp(`^/e/${show.event.slug}/${path}[^]*${words}`, 'i'))

  it('is no longer counted, holds no connection, and follows the event again when somebody comes back', async () => {
    await page.goto(`/e/${show.event.slug}/organise#k=${show.organiserKey}`)
    await waitFor('organise', 'What is next')
    const pages = [
      ['print', 'What to print'],
      ['review', 'opens when scoring has closed'],
      ['feedback', 'open when scoring has closed'],
      ['check', 'Venue check'],
      ['organise/people-here', 'Not here yet'],
      ['paper', 'Scoring has not opened yet'],
      ['organise', 'What is next'],
    ] as const
    for (const [path, words] of pages) {
      await go(`location.href = '/e/${show.event.slug}/${path}'`)
      await waitFor(path, words)
    }
    await expect.poll(countScreens, { timeout: 30_000 }).toBe(1)
    await page.evaluate(() => Object.assign(window, { left: true }))
    await go(`location.href = '/e/${show.event.slug}/check'`)
    await waitFor('check', 'Venue check')
    await go('history.back()')
    await waitFor('organise', 'What is next')
    // The page itself came back, and was not loaded again.
    expect(await page.evaluate(() => 'left' in window)).toBe(true)
    await show.cue({ cue: 'open-doors' })
    await waitFor('organise', 'The show is on')
    await expect.poll(countScreens, { timeout: 30_000 }).toBe(1)
  })
})
