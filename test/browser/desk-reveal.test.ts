import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const hiddenButtons = (page: Page) =>
  page.evaluate(() => {
    const top = document.querySelector('header')!.getBoundingClientRect().bottom
    const bottom = document.querySelector('footer')!.getBoundingClientRect().top
    return [...document.querySelectorAll('main button, main a, main input')]
      .filter((button) => button.getClientRects().length > 0 && !button.closest('dialog'))
      .filter((button) => {
        const box = button.getBoundingClientRect()
        return box.top < top || box.bottom > bottom
      })
      .map((button) => button.textContent?.trim() || button.tagName)
  })

/** What stands outside the card of the reveal, which a small screen compresses. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const card = document.querySelector('section[aria-label="The reveal"]')!
    const bottom = card.getBoundingClientRect().bottom
    return [...card.querySelectorAll('button, a, input, p, ol')]
      .filter((element) => element.getClientRects().length > 0 && !element.closest('dialog'))
      .filter((element) => element.getBoundingClientRect().bottom > bottom)
      .map((element) => element.textContent?.trim() || element.tagName)
  })

describe('the desk at 1280 × 720 in a reveal with ties', () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show

  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey, {
      event: { places: 3, criterionAwards: ['made-with'] },
    })
    await show.cue({ cue: 'open-doors' })
    for (const [n, entry] of show.entries.entries()) {
      await show.cue({ cue: 'call', entryId: entry.id })
      for (const judge of show.judges.keys()) await show.score(judge, n, 5 - Math.floor(n / 4))
    }
    await show.cue({ cue: 'close-scoring' })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it(
    'keeps every button above the key bar at each step',
    async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await page.goto(`${server.address}/present/${show.event.slug}/desk#k=${show.organiserKey}`)
      await page.getByText('Scoring has closed').first().waitFor()
      expect(await hiddenButtons(page)).toEqual([])
      await page.keyboard.press('m')
      await page.getByLabel('Message to the stage and backstage').waitFor()
      expect(await overflowing(page), 'closed').toEqual([])
      await page.keyboard.press('Escape')
      // What a press was answered stays while nobody moves the show. On a busy machine it may be over before it was looked at.
      const stayed: boolean[] = []
      for (let n = 1; n <= 5 && stayed.length === 0; n += 1) {
        const pressedAtMs = performance.now()
        await page.keyboard.press('PageDown')
        await page.getByText('Start the reveal with its button.').waitFor()
        await show.cue({ cue: 'message', text: `Tea until the ${n}. bell` })
        await page.getByText(`Tea until the ${n}. bell`).first().waitFor({ state: 'attached' })
        const isShown = await page.getByText('Start the reveal with its button.').isVisible()
        if (isShown || performance.now() - pressedAtMs < 5000) stayed.push(isShown)
      }
      expect(stayed).not.toContain(false)
      await show.cue({ cue: 'message', text: '' })
      let { reveal } = await show.cue({ cue: 'start-reveal' })
      while (reveal.step < reveal.of) {
        reveal = (await show.cue({ cue: 'reveal-next' })).reveal
        await page.getByText(`Step ${reveal.step} of`).waitFor()
        expect(await hiddenButtons(page), `step ${reveal.step}`).toEqual([])
        expect(await overflowing(page), `step ${reveal.step}`).toEqual([])
      }
      expect(await page.locator('main li').count()).toBeGreaterThan(2)
    },
    browserLimitMs,
  )
})
