import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltServer } from '../../support/built-server.ts'
import { browserLimitMs, deskSize, laptopSize } from '../../support/open-browser.ts'
import { startReadyServer } from '../../support/ready-server.ts'
import { connectBrowser } from '../../support/shared.ts'

describe('the first minutes of an organiser', { timeout: 240_000 }, () => {
  let server: BuiltServer
  let browser: Browser
  let page: Page
  let slug: string
  beforeAll(async () => {
    server = await startReadyServer()
    browser = await connectBrowser()
    page = await open(`/owner#k=${server.ownerKey}`)
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function open(address: string, size: typeof laptopSize = laptopSize): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, reducedMotion: 'reduce' })
    const opened = await context.newPage()
    opened.setDefaultTimeout(60_000)
    await opened.goto(address)
    return opened
  }
  async function setUp(name: string): Promise<void> {
    await page.getByLabel('Name of the event').fill(name)
    await page.getByRole('button', { name: 'Set up the event' }).click()
  }

  it('show the organiser’s link until it is saved, also after a reload and on another page', async () => {
    await setUp('Parks hack day')
    await page.getByText('Save this link').waitFor()
    slug = new URL(page.url()).pathname.split('/')[2]!
    const link = await page.getByLabel('The organiser’s link').inputValue()
    expect(page.url()).not.toContain('#k=')
    await page.reload()
    await page.getByRole('link', { name: 'Teams', exact: true }).first().click()
    expect(await page.getByLabel('The organiser’s link').inputValue()).toBe(link)
    await page.getByRole('button', { name: 'I’ve saved it' }).click()
    await page.reload()
    await page.locator('#teams-title').waitFor()
    expect(await page.getByText('Save this link').count()).toBe(0)
    const other = await open(new URL(link).pathname + new URL(link).hash)
    await other.getByRole('heading', { name: 'Before the day' }).waitFor()
    await other.context().close()
  })

  it('ask once before a second event of the same name', async () => {
    await page.goto('/owner')
    await setUp('parks Hack Day')
    await page.getByText('“parks Hack Day” is on the list already.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/owner')
    await page.getByRole('button', { name: 'Set up the event' }).click()
    await page.waitForURL(/parks-hack-day-2\/organise/)
  })

  it('hand the desk to another laptop with a code, which works once', async () => {
    await page.goto(`/e/${slug}/organise/hand-over`)
    await page.getByRole('button', { name: 'Show a code for another laptop' }).click()
    const shown = page.getByText(/It works once, until \d\d:\d\d/)
    await shown.waitFor()
    const code = /type (\S{4} \S{4})/.exec((await shown.textContent()) ?? '')?.[1]
    const laptops = [await open(`/present/${slug}/desk`, deskSize), await open(`/present/${slug}/desk`, deskSize)]
    for (const laptop of laptops) await laptop.getByLabel(/code/i).fill(code!)
    await laptops[0]!.keyboard.press('Enter')
    await laptops[0]!.getByText('Open the doors').first().waitFor()
    await laptops[1]!.keyboard.press('Enter')
    await laptops[1]!.getByRole('alert').or(laptops[1]!.getByText(/code/i)).first().waitFor()
    expect(await laptops[1]!.getByText('Open the doors').count()).toBe(0)
    for (const laptop of laptops) await laptop.context().close()
  })

  it('print from what the window shows, and lead back by the same band as every page of the organiser', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`/e/${slug}/print?what=poster`)
    const press = page.getByRole('button', { name: 'Print', exact: true })
    await press.waitFor()
    const box = (await press.boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(900)
    await page.getByRole('link', { name: 'On the day', exact: true }).click()
    await page.getByRole('heading', { name: 'On the day' }).waitFor()
    await page.context().close()
  })
})
