import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, deskSize, phoneSize, stageSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

describe('slides on the stage', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let context: BrowserContext
  let show: Show
  let stage: Page
  let desk: Page
  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey)
    await show.addSlides(0, 3)
    await show.addSlides(1, 2)
    context = await browser.newContext({ ...deskSize, baseURL: server.address })
    desk = await context.newPage()
    stage = await context.newPage()
    for (const page of [desk, stage]) page.setDefaultTimeout(60_000)
    await stage.setViewportSize(stageSize.viewport)
    await desk.goto(`/present/${show.event.slug}/desk#k=${show.organiserKey}`)
    await stage.goto(`/present/${show.event.slug}`)
    await show.cue({ cue: 'open-doors' })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const press = async (key: string) => {
    await desk.bringToFront()
    await desk.keyboard.press(key)
  }
  /** The number of the page and the width of its picture, which tells the pages apart. */
  const shown = () =>
    stage.evaluate(() => {
      const slides = document.querySelector<HTMLElement>('main [data-slides]')
      return slides && `${slides.dataset.slides}: ${slides.querySelector('img')?.naturalWidth}`
    })
  const settle = (value: string | null) => expect.poll(shown, { timeout: 30_000 }).toBe(value)

  it('are loaded while the team waits, and then need no network; a clicker turns them and ends no demo', async () => {
    const [first, second] = show.entries
    await desk.getByText('3 pages ready on the projector').waitFor()
    // The pages of no team can be loaded any more.
    await context.route('**/slides/**', (route) => route.abort())
    await press('PageDown')
    await desk.getByRole('button', { name: 'Show slides' }).waitFor()
    await settle(null)
    await press('d')
    await settle('1: 160')
    const keys = desk.locator('footer')
    expect(await keys.innerText()).toMatch(/PageDown\s+next page[\s\S]*N\s+next/)
    for (const key of ['ArrowRight', 'PageDown']) await press(key)
    await settle('3: 480')
    await press('PageDown')
    await desk.getByText('That was the last page.').waitFor()
    await press('PageUp')
    await settle('2: 320')
    expect((await show.cue({ cue: 'slide', page: 1 })).onStage?.id).toBe(first!.id)
    await settle('1: 160')
    // By another desk, so that this one waits for no answer when the next key comes.
    // With the clock running, N asks for no second press.
    await show.cue({ cue: 'start-timer' })
    await show.cue({ cue: 'hide-slides' })
    await settle(null)
    await desk.getByRole('button', { name: 'Show slides' }).waitFor()
    await desk.getByText('0 of 2 pages on the projector').waitFor()
    // The desk takes no other key before its answer.
    const answered = desk.waitForResponse((response) => response.url().endsWith('/cues'))
    await press('n')
    await answered
    await stage.getByRole('heading', { name: second!.team }).last().waitFor()
    // Its pages could not be loaded: its name stays, and no broken picture.
    await press('d')
    await desk.getByText('Page 1 of 2').waitFor()
    await settle(null)
    expect(await stage.getByRole('heading', { name: second!.team }).last().isVisible()).toBe(true)
    await context.unroute('**/slides/**')
    await settle('1: 160')
    await show.cue({ cue: 'next' })
    await settle(null)
  })

  it('show backstage and the presenting team’s phone this page, the next one and the clock', async () => {
    const { event, entries, teamKeys } = show
    const [first] = entries
    const phones = await browser.newContext({ ...phoneSize, baseURL: server.address })
    const [phone, backstage] = [await phones.newPage(), await context.newPage()]
    for (const page of [phone, backstage]) page.setDefaultTimeout(60_000)
    await phone.goto(`/e/${event.slug}/team#k=${teamKeys[0]}`)
    await backstage.goto(`/present/${event.slug}/backstage`)
    await show.cue({ cue: 'call', entryId: first!.id })
    await show.cue({ cue: 'start-timer' })
    await show.cue({ cue: 'show-slides' })
    await show.cue({ cue: 'slide', page: 1 })
    /** The width of a page's picture tells the pages apart; 0 while it has not been loaded. */
    const pairOn = (page: Page) =>
      page.evaluate(() => {
        const pair = document.querySelector('[data-slides]')
        const width = (alt: string) => pair?.querySelector<HTMLImageElement>(`img[alt="${alt}"]`)?.naturalWidth
        return [width('The page on the screen'), width('The next page'), pair?.textContent]
      })
    const pairIs = async (now: number, next: number | undefined, words: RegExp) => {
      for (const page of [phone, backstage]) {
        await expect.poll(() => pairOn(page)).toEqual([now, next, expect.stringMatching(words)])
        expect(await page.locator('[data-slides]').isVisible()).toBe(true)
      }
    }
    await pairIs(160, 320, /^Page 1 of 3Next$/)
    await show.cue({ cue: 'slide', page: 'next' })
    await pairIs(320, 480, /^Page 2 of 3Next$/)
    await show.cue({ cue: 'slide', page: 3 })
    await pairIs(480, undefined, /^Page 3 of 3The last page$/)
    for (const clock of [phone.getByRole('timer'), backstage.locator('[data-clock]')]) {
      const before = await clock.innerText()
      expect(before).toMatch(/^\d+:\d\d$/)
      await expect.poll(() => clock.innerText()).not.toBe(before)
    }
    await show.cue({ cue: 'hide-slides' })
    for (const page of [phone, backstage]) await page.locator('[data-slides]').waitFor({ state: 'detached' })
    await show.cue({ cue: 'next' })
    await Promise.all([phones.close(), backstage.close()])
  })

  it('stay on the team’s public page, each page large at a press', async () => {
    const [first, , waiting] = show.entries
    const page = await context.newPage()
    await page.goto(`/e/${show.event.slug}/entry/${first!.id}`)
    const pages = page.getByRole('list', { name: 'Slides' }).getByRole('link')
    await expect.poll(() => pages.count()).toBe(3)
    const address = await pages.nth(2).getAttribute('href')
    expect((await page.request.get(address!)).status()).toBe(200)
    await pages.nth(2).click()
    await page.waitForURL(`**${address}`)
    await page.goto(`/e/${show.event.slug}/entry/${waiting!.id}`)
    await page.getByRole('heading', { name: waiting!.team }).waitFor()
    expect(await pages.count()).toBe(0)
    await page.close()
  })
})
