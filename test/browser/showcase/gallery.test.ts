import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awkwardEntries } from '../../pictures/awkward.ts'
import { png } from '../../support/small-pictures.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const arabic = { team: 'فريق الخدمات العامة في المدينة', title: 'خريطة لكل ما يحتاجه السكان' }
const longNames = {
  team: 'Ninety letters is what a team may well need for its name when it is named by its committee',
  title: 'B',
}
const narrow = { ...phoneSize, viewport: { width: 320, height: 568 } }

describe('the gallery', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey, { entries: [...awkwardEntries, arabic, longNames] })
    const address = `${server.address}/api/events/${show.event.slug}/entries/${show.entries[1]!.id}/picture`
    const headers = { authorization: `Bearer ${show.organiserKey}` }
    await fetch(address, { method: 'PUT', headers, body: new Blob([new Uint8Array(png(32, 20))]) })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const path = () => `/e/${show.event.slug}/showcase`
  async function withPage(options: BrowserContextOptions, test: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ ...options, baseURL: server.address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await test(page)
    await context.close()
  }
  const cards = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

  it('is seen before its time in the organiser’s browser only', async () => {
    await withPage(phoneSize, async (page) => {
      await page.goto(path())
      await page.getByText('It opens when the doors do.').waitFor()
      expect(await page.getByText(longNames.team).count()).toBe(0)
      expect(await findFaults(page)).toEqual([])
      await page.goto(`/e/${show.event.slug}/organise#k=${show.organiserKey}`)
      await page.getByRole('heading', { name: 'What is next' }).waitFor()
      await page.goto(path())
      await page.getByText('Only you see this page now.').waitFor()
      expect(await cards(page).count()).toBe(show.entries.length)
      await page.goto(`/e/${show.event.slug}/entry/${show.entries[0]!.id}`)
      await page.getByRole('heading', { name: show.entries[0]!.team }).waitFor()
      expect(await page.getByRole('link', { name: 'All teams' }).count()).toBe(0)
    })
  })

  it('holds every team from the doors on, each with a link to its page and back', async () => {
    await show.cue({ cue: 'open-doors' })
    await withPage(laptopSize, async (page) => {
      await page.goto(`/e/${show.event.slug}`)
      await page.getByRole('link', { name: 'All teams and what they made' }).click()
      await cards(page).first().waitFor()
      expect(await cards(page).allTextContents()).toEqual(show.entries.map(({ team }) => team))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findFaults(page)).toEqual([])
      }
      expect(await page.getByText('Only you see this page now.').count()).toBe(0)
      await page.getByRole('link', { name: arabic.team }).click()
      await page.getByRole('heading', { level: 1, name: arabic.team }).waitFor()
      await page.getByRole('link', { name: 'All teams' }).click()
      await cards(page).first().waitFor()
    })
  })

  it('stays readable while its script loads the data, and while no answer comes', async () => {
    await withPage(phoneSize, async (page) => {
      let release = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      await page.route('**/api/**', async (route) => {
        await released
        await route.continue()
      })
      for (const address of [path(), `/e/${show.event.slug}/entry/${show.entries[0]!.id}`]) {
        const asked = page.waitForRequest('**/api/events/**')
        await page.goto(address)
        await asked
        await page.getByRole('heading', { name: show.entries[0]!.team }).waitFor()
      }
      release()
      await page.getByRole('link', { name: 'All teams' }).first().waitFor()
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    })
  })

  it('fits a phone 320 px wide, also with text at 200 %, and breaks no word of a heading that fits', async () => {
    await withPage(narrow, async (page) => {
      for (const size of ['100%', '200%'])
        for (const address of [path(), `/e/${show.event.slug}/entry/${show.entries[5]!.id}`]) {
          await page.goto(address)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await page.evaluate((text) => {
            document.documentElement.style.fontSize = text
          }, size)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
          expect(await findBrokenWords(page)).toEqual([])
        }
    })
  })

  it('is read, and opens each team, without JavaScript', async () => {
    await withPage({ ...phoneSize, javaScriptEnabled: false }, async (page) => {
      await page.goto(path())
      expect(await cards(page).count()).toBe(show.entries.length)
      await page.getByRole('link', { name: show.entries[1]!.team }).click()
      await page.getByRole('heading', { level: 1, name: show.entries[1]!.team }).waitFor()
      const picture = page.getByRole('img', { name: 'What the team made' })
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(32)
    })
  })

  it('passes axe as the server sends it, before its script has run', async () => {
    await withPage(phoneSize, async (page) => {
      await page.route('**/*.js', (route) => route.abort())
      for (const address of [path(), `/e/${show.event.slug}/entry/${show.entries[1]!.id}`]) {
        await page.goto(address)
        await page.getByRole('heading', { level: 1 }).waitFor()
        expect(await findFaults(page)).toEqual([])
      }
    })
  })

  it('and the page of an entry hold what was won, as far as it has been shown', async () => {
    const { reveal } = await show.playToReveal()
    const won = (page: Page) => page.getByRole('list', { name: 'Awards' })
    await withPage(phoneSize, async (page) => {
      await page.goto(path())
      await cards(page).first().waitFor()
      expect(await won(page).count()).toBe(0)
      const { reveal: first } = await show.cue({ cue: 'reveal-next' })
      const step = first.shown[0]!
      const [entryId] = step.kind === 'award' ? step.award.entryIds : []
      await page.reload()
      await won(page).waitFor()
      const other = show.entries.find(({ id }) => id !== entryId)!
      for (const [id, count] of [
        [entryId, 1],
        [other.id, 0],
      ] as const) {
        await page.goto(`/e/${show.event.slug}/entry/${id}`)
        await page.getByRole('link', { name: 'All teams' }).waitFor()
        expect(await won(page).count()).toBe(count)
      }
      for (let n = 1; n < reveal.of; n += 1) await show.cue({ cue: 'reveal-next' })
      await page.goto(path())
      await page.getByText('Winner', { exact: true }).waitFor()
    })
  })
})

/** Words of headings that are drawn in more than one line although the line would hold them. */
function findBrokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken: string[] = []
    for (const heading of document.querySelectorAll('h1, h2')) {
      const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s\-’]+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          if (word.length <= 13 && range.getClientRects().length > 1) broken.push(word)
        }
    }
    return broken
  })
}
