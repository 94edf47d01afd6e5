import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehearsalMark } from '../../api/http/rehearsal-mark.ts'
import { pages } from '../../api/rules/pages.ts'
import type { Rehearsal } from '../../api/schema/rehearsal.ts'
import { ask } from '../../web/core/api.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, deskSize, phoneSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const addresses = Object.values(pages)
  .map(({ address }) => address)
  .filter((address) => address.includes(':slug'))

/** Every screen of a rehearsal must show that nothing counts; a new page is covered automatically. */
describe('the mark of a rehearsal', () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  let context: BrowserContext
  let slug: string
  let early: Page

  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey, { judges: [] })
    context = await browser.newContext({ ...deskSize, baseURL: server.address })
    slug = `${show.event.slug}-rehearsal`
    early = await context.newPage()
    await early.goto(`/present/${slug}`)
    await early.getByText('There is no event at this address').waitFor()
    const json = { judges: 6, speed: 20, byHand: true }
    const made = await ask<{ rehearsal: Rehearsal; organiserKey: string }>(
      show.routes.rehearsal.$post({ param: show.param, json }),
    )
    expect(made.rehearsal.slug).toBe(slug)
    await context.request.post('/api/session', { data: { key: made.organiserKey } })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const markOn = (page: Page) =>
    page.evaluate(() => {
      const mark = document.querySelector('.rehearsal-mark')
      const box = mark?.getBoundingClientRect()
      if (!mark || !box) return undefined
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      return { words: mark.textContent, y: Math.round(box.y), high: box.height, free: mark.contains(top) }
    })

  it('is on every page that has an event', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(13)
  })

  it.each(addresses)(
    'stands on top of %s, however far that is scrolled, and not on the event’s own',
    async (address) => {
      const page = await context.newPage()
      await page.goto(address.replace(':slug', slug))
      await page.locator('#page > *').first().waitFor({ state: 'attached' })
      for (const size of [deskSize.viewport, phoneSize.viewport]) {
        await page.setViewportSize(size)
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        const mark = await markOn(page)
        expect(mark).toMatchObject({ words: rehearsalMark, free: true })
        // On a stage that is higher than its picture the mark lies in the picture.
        expect(mark?.y).toBe(
          address === '/present/:slug' ? Math.max(0, Math.round(size.height / 2 - size.width * 0.28125)) : 0,
        )
        expect(mark?.high).toBeGreaterThan(9)
      }
      await page.close()
      const own = await context.request.get(address.replace(':slug', show.event.slug))
      expect(own.ok()).toBe(true)
      expect(await own.text()).not.toContain('rehearsal')
    },
  )

  it('appears on a screen that was open before the rehearsal', async () => {
    await early.getByText(rehearsalMark).waitFor()
    await early.getByText('Welcome').waitFor()
  })

  it('disappears with the rehearsal', async () => {
    await context.request.delete(`/api/events/${show.event.slug}/rehearsal`, {
      headers: { authorization: `Bearer ${show.organiserKey}` },
    })
    await early.getByText('This event has been deleted').waitFor()
    expect(await (await context.request.get(`/e/${slug}`)).text()).not.toContain('rehearsal-mark')
  })
})
