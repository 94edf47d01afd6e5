import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oddDecks } from '../../../support/pdf/odd-decks.ts'
import { makePdf, pdfPage } from '../../../support/pdf/pdf.ts'
import { png } from '../../../support/small-pictures.ts'
import { makeShow, type Show } from '../../support/driven-show.ts'
import { browserLimitMs, laptopSize } from '../../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../../support/shared.ts'

/** In hundredths of the whole range of a colour, and in hundredths of all pixels. */
type Difference = { size: string; mean: number; farOff: number }

describe('a deck that a team has chosen', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  let page: Page
  let pdfium: PDFiumLibrary
  beforeAll(async () => {
    ;[browser, pdfium] = await Promise.all([connectBrowser(), PDFiumLibrary.init()])
    show = await makeShow(server.address, server.ownerKey)
    const context = await browser.newContext({ ...laptopSize, baseURL: server.address })
    page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`/e/${show.event.slug}/team#k=${show.teamKeys[0]}`)
  }, browserLimitMs)
  afterAll(async () => {
    pdfium?.destroy()
    await browser?.close()
  })

  const pdfFile = (bytes: Uint8Array, name = 'slides.pdf') => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(bytes),
  })
  const input = () => page.getByLabel('A PDF, or pictures of the pages')
  const slides = async () => {
    const response = await page.request.get(`/api/events/${show.event.slug}/entries/mine`)
    return (await response.json()).entry.slides
  }
  const save = async (files: { name: string; mimeType: string; buffer: Buffer }[], pages: number) => {
    await input().setInputFiles(files)
    await page.getByText(`Saved: ${pages} page`).waitFor()
  }

  async function draw(pdf: Uint8Array, number: number, width: number) {
    const document = await pdfium.loadDocument(pdf)
    const drawn = document.getPage(number - 1)
    const { originalWidth: points } = drawn.getOriginalSize()
    const picture = await drawn.render({ scale: width / points, render: 'bitmap' })
    document.destroy()
    return picture
  }

  /** Compares a stored page with what another program draws of the PDF. */
  async function compare(pdf: Uint8Array, number: number, columns = 640): Promise<Difference> {
    const { version } = await slides()
    const address = `/api/events/${show.event.slug}/entries/${show.entries[0]!.id}/slides/${number}?v=${version}`
    const { width, height, data } = await draw(pdf, number, columns)
    return page.evaluate(
      async ({ address, width, height, pixels }) => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = document.createElement('canvas')
        Object.assign(canvas, { width, height })
        const pen = canvas.getContext('2d')!
        pen.imageSmoothingQuality = 'high'
        pen.drawImage(image, 0, 0, width, height)
        const own = pen.getImageData(0, 0, width, height).data
        const other = Uint8Array.from(atob(pixels), (character) => character.charCodeAt(0))
        let [sum, far] = [0, 0]
        for (let at = 0; at < own.length; at += 4) {
          const by = [0, 1, 2].map((part) => Math.abs(own[at + part]! - other[at + part]!))
          sum += Math.max(...by)
          if (Math.max(...by) > 64) far += 1
        }
        const count = own.length / 4
        return {
          size: `${image.naturalWidth} × ${image.naturalHeight}`,
          mean: (100 * sum) / count / 255,
          farOff: (100 * far) / count,
        }
      },
      { address, width, height, pixels: Buffer.from(data).toString('base64') },
    )
  }

  it.each([
    ['wide', 1600, 900, '1920 × 1080', {}],
    ['four to three', 1024, 768, '1920 × 1440', {}],
    ['portrait', 595, 842, '1920 × 2717', {}],
    ['half transparent', 1280, 720, '1920 × 1080', { alpha: true }],
  ] as const)('looks as another program draws its PDF: %s', async (_, width, height, size, options) => {
    const pdf = makePdf([1, 2, 3].map((seed) => pdfPage(width, height, seed, options)))
    await save([pdfFile(pdf)], 3)
    for (const number of [1, 3]) {
      const difference = await compare(pdf, number)
      expect(difference.size).toBe(size)
      // Another program draws the edges and the letters of an absent font a little differently.
      expect(difference.mean).toBeLessThan(1.5)
      expect(difference.farOff).toBeLessThan(1.5)
    }
    // The comparison is not blind: another page is far off.
    const other = await compare(makePdf([pdfPage(width, height, 9, options)]), 1)
    expect(other.mean).toBeGreaterThan(5)
  })

  it.each([
    ['standard fonts that are not embedded', 640, 2.5],
    ['an embedded subset of a font', 640, 0.5],
    ['an embedded font with a predefined CMap', 640, 0.5],
    ['a font of drawings', 640, 0.5],
    ['a picture in JPEG 2000', 640, 1.5],
    // Two programs take two other fonts for it: only where the letters are can be compared.
    ['a Japanese font that is not embedded', 40, 1.8],
  ] as const)('looks as another program draws its PDF: %s', async (name, width, most) => {
    const pdf = oddDecks[name]()
    await save([pdfFile(pdf)], 1)
    expect((await compare(pdf, 1, width)).mean).toBeLessThan(most)
    // The comparison is not blind: an empty page is far off.
    const empty = makePdf([{ width: 1280, height: 720, drawing: '' }])
    expect((await compare(empty, 1, width)).mean).toBeGreaterThan(1.2 * most)
  })

  it('is made of pictures in the order of their names, too', async () => {
    const picture = (name: string, side: number) => ({
      name,
      mimeType: 'image/png',
      buffer: Buffer.from(png(side, side)),
    })
    await save([picture('page 10.png', 16), picture('page 2.png', 8)], 2)
    const widths = await page
      .getByRole('list', { name: 'The slides' })
      .getByRole('img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('alt')))
    expect(widths).toEqual(['Page 1', 'Page 2'])
  })

  it('that cannot be shown is refused in a sentence, and the deck before stays', async () => {
    const forty = makePdf(Array.from({ length: 40 }, (_, n) => pdfPage(320, 180, n + 1)))
    await save([pdfFile(forty)], 40)
    const before = await slides()
    expect(before.pages).toBe(40)
    const manyPages = (count: number) => makePdf(Array.from({ length: count }, (_, n) => pdfPage(32, 18, n)))
    const whole = makePdf([pdfPage(320, 180, 1)])
    for (const [files, sentence] of [
      [[pdfFile(manyPages(60))], 'These are 60 pages, and slides have at most 40.'],
      [[pdfFile(manyPages(400))], 'These are 400 pages'],
      [[pdfFile(whole.subarray(0, 40))], 'This browser cannot read that PDF.'],
      [[pdfFile(new TextEncoder().encode('%PDF-1.7\nnothing'))], 'This browser cannot read that PDF.'],
      [[pdfFile(new Uint8Array())], 'This browser cannot read that PDF.'],
      [[pdfFile(makePdf([pdfPage(320, 180, 1)], { locked: true }))], 'This PDF is locked with a password.'],
      [[pdfFile(whole), pdfFile(whole, 'more.pdf')], 'Choose one PDF alone'],
      [[pdfFile(whole, 'talk.pptx')].map((file) => ({ ...file, mimeType: '' })), 'In PowerPoint choose'],
      [[pdfFile(whole, 'talk.key')].map((file) => ({ ...file, mimeType: '' })), 'In Keynote choose'],
      [
        [{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }],
        'cannot read that file as a picture',
      ],
      [
        [{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(png()).subarray(0, 30) }],
        'cannot read that file as a picture',
      ],
    ] as const) {
      await input().setInputFiles([...files])
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor()
    }
    expect(await slides()).toEqual(before)
  })

  it('stays away when it was cancelled or the network failed, and is sent from where it stopped', async () => {
    await save([pdfFile(makePdf([pdfPage(320, 180, 1)]))], 1)
    const before = await slides()
    const pdf = makePdf([1, 2, 3, 4].map((seed) => pdfPage(320, 180, seed)))
    let sent: number[] = []
    let failFrom = 3
    await page.route('**/slides/*', async (route) => {
      const number = Number(/slides\/(\d+)/.exec(route.request().url())?.[1])
      if (route.request().method() === 'PUT') sent.push(number)
      return route.request().method() === 'PUT' && number >= failFrom ? route.abort() : route.continue()
    })
    await input().setInputFiles([pdfFile(pdf)])
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
    expect(await slides()).toEqual(before)
    await input().setInputFiles([pdfFile(pdf)])
    await page.getByRole('button', { name: 'Send the slides again' }).waitFor()
    expect(await slides()).toEqual(before)
    ;[sent, failFrom] = [[], 99]
    await page.getByRole('button', { name: 'Send the slides again' }).click()
    await page.getByText('Saved: 4 pages').waitFor()
    expect(sent).toEqual([3, 4])
    expect((await slides()).pages).toBe(4)
    await page.unroute('**/slides/*')
    await page.getByRole('button', { name: 'Take the slides away' }).click()
    await page.getByRole('button', { name: 'Take them away' }).click()
    await page.getByText('Removed').waitFor()
    expect(await slides()).toBeNull()
  })

  it('loads the program that reads PDFs on no other page', async () => {
    const requested: string[] = []
    const context = await browser.newContext({ ...laptopSize, baseURL: server.address })
    const other = await context.newPage()
    other.on('request', (request) => requested.push(request.url()))
    for (const path of ['', '/team', '/judge', '/organise/teams'])
      await other.goto(`/e/${show.event.slug}${path}`, { waitUntil: 'networkidle' })
    for (const path of ['', '/desk']) await other.goto(`/present/${show.event.slug}${path}`, { waitUntil: 'load' })
    expect(requested.length).toBeGreaterThan(10)
    expect(requested.filter((address) => /pdf/.test(address))).toEqual([])
  })
})
