import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesStream, makePdf } from '../../../support/pdf/pdf.ts'
import { makeShow, type Show } from '../../support/driven-show.ts'
import { browserLimitMs, laptopSize } from '../../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../../support/shared.ts'

/** Pages that are filled by pictures which no compression makes smaller. */
function largeDeck(pages: number, side: number): Uint8Array {
  const kind = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8`
  const names = Array.from({ length: pages }, (_, n) => `P${n + 1}`)
  return makePdf(
    names.map((name) => ({ width: 1280, height: 720, drawing: `q 1280 0 0 720 0 0 cm /${name} Do Q` })),
    {
      resources: (add) =>
        `/XObject << ${names.map((name) => `/${name} ${add(bytesStream(kind, randomBytes(3 * side * side)))}`).join(' ')} >>`,
    },
  )
}

const pages = 10

describe('a deck of 60 MB', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  const folder = mkdtempSync(join(tmpdir(), 'demo-hour-deck-'))
  let browser: Browser
  let show: Show
  let page: Page
  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey)
    page = await (await browser.newContext({ ...laptopSize, baseURL: server.address })).newPage()
    page.setDefaultTimeout(240_000)
    await page.addInitScript(() => {
      const canvases: HTMLCanvasElement[] = []
      const create = Document.prototype.createElement
      Document.prototype.createElement = function (this: Document, ...args: Parameters<typeof create>) {
        const element = create.apply(this, args)
        if (element instanceof HTMLCanvasElement) canvases.push(element)
        return element
      } as typeof create
      Object.assign(globalThis, { canvases })
    })
    await page.goto(`/e/${show.event.slug}/team#k=${show.teamKeys[0]}`)
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const input = () => page.getByLabel('A PDF, or pictures of the pages')
  const choose = async (bytes: Uint8Array) => {
    const path = join(folder, 'slides.pdf')
    writeFileSync(path, bytes)
    await input().setInputFiles(path)
  }
  const slides = async () =>
    (await (await page.request.get(`/api/events/${show.event.slug}/entries/mine`)).json()).entry.slides

  it('becomes pages one after the other, while its page can be used, and holds the memory of none of them', async () => {
    await choose(largeDeck(pages, 1440))
    await page.getByText(`Page 1 of ${pages} is ready`).waitFor()
    const pitch = page.getByRole('textbox').first()
    await pitch.fill('Typed while the pages are drawn')
    expect(await page.getByRole('button', { name: 'Cancel' }).isVisible()).toBe(true)
    await page.getByText(`Saved: ${pages} pages`).waitFor()
    expect(await pitch.inputValue()).toBe('Typed while the pages are drawn')
    expect((await slides()).pages).toBe(pages)
    const pixels = await page.evaluate(() =>
      (globalThis as unknown as { canvases: HTMLCanvasElement[] }).canvases.map(({ width, height }) => width * height),
    )
    expect(pixels.length).toBeGreaterThanOrEqual(pages)
    expect(pixels.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * 1920 * 1080)
  })

  it('that cannot be read is refused in a sentence, and the deck before stays', async () => {
    const before = await slides()
    const unreadable = page.getByRole('alert').filter({ hasText: 'This browser cannot read that PDF.' })
    const broken = largeDeck(pages, 1440).subarray(0, 60_000_000).fill(0, 1000, 5_000_000)
    await choose(broken)
    await page.getByText('Opening the file…').waitFor()
    await unreadable.waitFor()
    await page.reload()
    // As for a file that is too large for the browser, or was moved since it was chosen.
    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = () =>
        Promise.reject(new DOMException('The file could not be read.', 'NotReadableError'))
    })
    await choose(new TextEncoder().encode('%PDF-1.7'))
    await unreadable.waitFor()
    expect(await slides()).toEqual(before)
  })
})
