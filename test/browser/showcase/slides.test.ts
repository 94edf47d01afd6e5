import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, deskSize, stageSize } from '../support/open-browser.ts'
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
})
