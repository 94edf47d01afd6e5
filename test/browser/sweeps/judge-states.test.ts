import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeShow } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { judgeStates, type PhoneState } from '../support/judge-states.ts'
import { browserLimitMs, phoneSize } from '../support/open-browser.ts'
import { createPagePool, type PagePool } from '../support/page-pool.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const server = sharedServer()
let browser: Browser
let pages: PagePool
let states: PhoneState[]
beforeAll(async () => {
  browser = await connectBrowser()
  pages = createPagePool(browser, server.address)
  states = await judgeStates(server.address, server.ownerKey)
}, browserLimitMs)
afterAll(() => browser?.close())

it('no state of a judge’s phone has anything that axe finds fault with, in light or in dark, or is wider than 320 px, even with its text twice as large', async () => {
  const faults: string[] = []
  for (const { name, go } of states) {
    await pages.use({ ...phoneSize, reducedMotion: 'reduce' }, async (page, context) => {
      await go(page, context).catch((failure) => {
        throw new Error(`“${name}” could not be reached: ${failure}`)
      })
      faults.push(...(await findFaults(page, 'wcag and best practice')).map((fault) => `${name}: ${fault}`))
      await page.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(await findFaults(page, 'colours')).map((fault) => `${name}, dark: ${fault}`))
      await page.setViewportSize({ width: 320, height: 568 })
      for (const size of ['100%', '200%']) {
        const width = await page.evaluate((text) => {
          document.documentElement.style.fontSize = text
          return document.documentElement.scrollWidth
        }, size)
        if (width > 320) faults.push(`${name}: ${width} px wide with its text at ${size}`)
      }
    })
  }
  expect(faults).toEqual([])
  expect(states.length).toBeGreaterThan(20)
}, 600_000)

it('a judge’s page requests only what its script needs, and nothing twice', async () => {
  const { event } = await makeShow(server.address, server.ownerKey, {})
  const path = `/api/events/${event.slug}`
  const page = await (await browser.newContext({ ...phoneSize, baseURL: server.address })).newPage()
  const requested: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/') && !pathname.includes('/feed')) requested.push(pathname)
  })
  const answer = await page.goto(`/e/${event.slug}/judge`)
  await page.getByRole('button', { name: 'Start judging' }).waitFor()
  const sentFor = [...(answer?.headers().link ?? '').matchAll(/<([^>]+)>; rel=preload/g)].map((found) => found[1])
  expect(sentFor).toEqual(['/api/session', path, `${path}/line-up`])
  expect(requested.sort()).toEqual([...sentFor, `${path}/judges/expected`].sort())
  await page.context().close()
})
