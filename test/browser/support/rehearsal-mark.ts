import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { rehearsalMark } from '../../../api/http/rehearsal-mark.ts'
import type { Rehearsal } from '../../../api/schema/rehearsal.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from './driven-show.ts'
import { deskSize, phoneSize } from './open-browser.ts'
import { sharedServer } from './shared.ts'

export type ShownRehearsal = { show: Show; context: BrowserContext; slug: string; early: Page }

/** `early`: a stage that was open before the rehearsal began. */
export async function openRehearsal(browser: Browser): Promise<ShownRehearsal> {
  const server = sharedServer()
  const show = await makeShow(server.address, server.ownerKey, { judges: [] })
  const context = await browser.newContext({ ...deskSize, baseURL: server.address })
  const slug = `${show.event.slug}-rehearsal`
  const early = await context.newPage()
  await early.goto(`/present/${slug}`)
  await early.getByText('There is no event at this address').waitFor()
  const json = { judges: 6, speed: 20, byHand: true }
  const { rehearsal, organiserKey } = await ask<{ rehearsal: Rehearsal; organiserKey: string }>(
    show.routes.rehearsal.$post({ param: show.param, json }),
  )
  expect(rehearsal.slug).toBe(slug)
  await context.request.post('/api/session', { data: { key: organiserKey } })
  return { show, context, slug, early }
}

const markOn = (page: Page) =>
  page.evaluate(() => {
    const mark = document.querySelector('.rehearsal-mark')
    const box = mark?.getBoundingClientRect()
    if (!mark || !box) return undefined
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return { words: mark.textContent, y: Math.round(box.y), high: box.height, isOnTop: mark.contains(top) }
  })

/** The page shows the mark on top, however far it is scrolled, on a laptop and on a phone; the event's own page has none. */
const addressAt = (address: string, slug: string) => address.replace(':slug', slug).replace('/:page?', '')

export async function expectMark({ show, context, slug }: ShownRehearsal, address: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(addressAt(address, slug))
  await page.locator('#page > *').first().waitFor({ state: 'attached' })
  for (const size of [deskSize.viewport, phoneSize.viewport]) {
    await page.setViewportSize(size)
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const mark = await markOn(page)
    expect(mark).toMatchObject({ words: rehearsalMark, isOnTop: true })
    // On a stage that is higher than its picture the mark lies in the picture.
    expect(mark?.y).toBe(
      address === '/present/:slug' ? Math.max(0, Math.round(size.height / 2 - size.width * 0.28125)) : 0,
    )
    expect(mark?.high).toBeGreaterThan(9)
  }
  await page.close()
  const own = await context.request.get(addressAt(address, show.event.slug))
  expect(own.ok()).toBe(true)
  expect(await own.text()).not.toContain('rehearsal')
}
