import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportShowcase } from '../../../api/gallery/export-showcase.ts'
import { awkwardEntries } from '../../pictures/awkward.ts'
import { png } from '../../support/small-pictures.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

describe('the gallery as plain files, opened from a disk', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  let folder: string
  beforeAll(async () => {
    browser = await connectBrowser()
    folder = await mkdtemp(join(tmpdir(), 'demo-hour-plain-'))
    show = await makeShow(server.address, server.ownerKey, { entries: awkwardEntries })
    const { slug } = show.event
    const path = `${server.address}/api/events/${slug}/entries/${show.entries[0]!.id}`
    const headers = { authorization: `Bearer ${show.organiserKey}` }
    await fetch(`${path}/picture`, { method: 'PUT', headers, body: new Blob([new Uint8Array(png(32, 20))]) })
    await fetch(path, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ link: 'https://example.org/made?a=1&b=2' }),
    })
    const { reveal } = await show.playToReveal()
    for (let step = 0; step < reveal.of; step += 1) await show.cue({ cue: 'reveal-next' })
    await exportShowcase({ slug, folder, url: server.address, key: undefined })
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const linksOf = (page: Page) => page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href))

  it('lead to every team by links that all work, ask no server for anything, and pass axe', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const requested: string[] = []
    page.on('request', (request) => requested.push(request.url()))
    const failed: string[] = []
    // axe fetches the style sheet by script, which a page from a disk may not do.
    page.on(
      'requestfailed',
      (request) => request.resourceType() !== 'xhr' && failed.push(`${request.url()} ${request.failure()?.errorText}`),
    )
    const start = pathToFileURL(join(folder, 'index.html')).href
    const waiting = [start]
    const seen = new Map<string, string>()
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      await page.goto(address)
      seen.set(address, await page.getByRole('heading', { level: 1 }).innerText())
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      for (const [scheme, rules] of [
        ['light', 'wcag and best practice'],
        ['dark', 'colours'],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        expect(await findFaults(page, rules)).toEqual([])
      }
      const images = page.locator('img')
      for (let n = 0; n < (await images.count()); n += 1)
        expect(
          await images.nth(n).evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
        ).toBe(32)
      for (const target of await linksOf(page))
        if (target.startsWith('file:') && !seen.has(target) && !waiting.includes(target)) waiting.push(target)
    }
    expect([...seen.values()].sort()).toEqual([show.event.name, ...show.entries.map(({ team }) => team)].sort())
    expect(requested.filter((address) => !address.startsWith('file:'))).toEqual([])
    expect(failed).toEqual([])
    await page.goto(start)
    await page.getByText('Winner', { exact: true }).waitFor()
    await page.getByRole('link', { name: show.entries[0]!.team }).click()
    await page.getByRole('link', { name: 'https://example.org/made?a=1&b=2' }).waitFor()
    await context.close()
  })
})
