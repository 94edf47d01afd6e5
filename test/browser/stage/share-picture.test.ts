import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Show } from '../support/driven-show.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'
import { backstagePage, makePublishedShow, roomAddress } from '../support/shown-page.ts'

describe('after publication', () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show

  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makePublishedShow(server)
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it(
    'the result page draws a picture to share in two shapes, and loads what draws it only then',
    async () => {
      const page = await browser.newPage(phoneSize)
      const fetched: string[] = []
      page.on('request', (request) => fetched.push(request.url()))
      await page.goto(`${server.address}${roomAddress(show)}`)
      const open = page.getByRole('button', { name: 'Make a picture to share' })
      await open.waitFor()
      const before = fetched.filter((address) => address.endsWith('.js')).length
      await open.click()
      const picture = page.getByRole('region', { name: 'A picture to share' }).getByRole('img')
      const size = () => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
      await expect.poll(size).toEqual([1200, 630])
      expect(fetched.filter((address) => address.endsWith('.js')).length).toBeGreaterThan(before)
      await page.getByLabel('Tall').check()
      await expect.poll(size).toEqual([1080, 1350])
      expect(await picture.getAttribute('alt')).toMatch(/^Winner: /)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download' }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`${show.event.slug}-tall.png`)
      await page.close()
    },
    browserLimitMs,
  )

  it(
    'the backstage view has every award with its team',
    async () => {
      const page = await browser.newPage(laptopSize)
      await page.goto(`${server.address}${backstagePage(show).address}`)
      const script = page.getByRole('region', { name: 'Script' })
      await script.waitFor()
      const { reveal } = await show.cue({ cue: 'publish' })
      const awards = reveal.shown.flatMap((step) => (step.kind === 'award' ? [step.award] : []))
      expect(await script.getByRole('listitem').count()).toBe(awards.length)
      for (const { entryIds } of awards)
        for (const { team } of show.entries.filter(({ id }) => entryIds.includes(id)))
          expect(await script.getByText(team).count()).toBeGreaterThan(0)
      await page.close()
    },
    browserLimitMs,
  )
})
