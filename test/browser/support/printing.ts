import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import type { Browser, Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'
import { expect } from 'vitest'
import type { Show } from './driven-show.ts'
import { laptopSize } from './open-browser.ts'
import { connectBrowser, sharedServer } from './shared.ts'

const a4 = { width: 595, height: 842 }
const pointsPerMillimetre = 72 / 25.4
const dotsPerPoint = 200 / 72

/** What a sheet's preview shows: places in millimetres, and the first and last words of each piece. */
type Sheet = { codes: { x: number; y: number; side: number }[]; words: string[][] }
export type Print = { pdf: PDFiumDocument; sheets: Sheet[]; texts: string[] }

const readPreview = (page: Page): Promise<Sheet[]> =>
  page.locator('[data-sheet]').evaluateAll((sheets) =>
    sheets.map((sheet) => {
      const at = sheet.getBoundingClientRect()
      const perMillimetre = (at.width - 2) / 210
      const codes = [...sheet.querySelectorAll('svg')].map((svg) => {
        const box = svg.getBoundingClientRect()
        const place = { x: box.x - at.x - 1, y: box.y - at.y - 1, side: box.width }
        return Object.fromEntries(Object.entries(place).map(([name, px]) => [name, px / perMillimetre]))
      })
      const markedPieces = [...sheet.querySelectorAll('[data-piece]')].filter(
        (piece) => !piece.querySelector('[data-piece]'),
      )
      const pieces = markedPieces.length > 0 ? markedPieces : [sheet]
      const words = pieces.map((piece) => {
        // An upside-down half reads backwards; its code is checked instead.
        const upright = [...piece.querySelectorAll('p, strong, li, th, td, dt')].filter(
          (text) => !text.closest('[data-turned]'),
        )
        const texts = upright.map((text) => text.textContent ?? '')
        return [texts.find((text) => text.trim()), texts.findLast((text) => text.trim())].map((text) => text ?? '')
      })
      return { codes, words } as never
    }),
  )

/** Without letters of other scripts: a PDF lists runs of them in an order of its own. */
export const plain = (text: string) => text.replace(/[^a-zA-Z0-9]/g, '')

/** Opens the pages to print, prints them to PDF, and reads back what is in it. */
export async function openPrinting() {
  const server = sharedServer()
  const browser: Browser = await connectBrowser()
  const pdfium = await PDFiumLibrary.init()

  async function open(show: Show, what: string, act?: (page: Page) => Promise<unknown>): Promise<Page> {
    const context = await browser.newContext({ ...laptopSize, baseURL: server.address, timezoneId: 'Europe/London' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/print?what=${what}#k=${show.organiserKey}`)
    await act?.(page)
    await page.locator('[data-sheet]').first().waitFor()
    return page
  }

  async function print(page: Page): Promise<Print> {
    const sheets = await readPreview(page)
    const pdf = await pdfium.loadDocument(await page.pdf({ preferCSSPageSize: true }))
    const pages = [...pdf.pages()]
    expect(pages).toHaveLength(sheets.length)
    const status = await page.getByRole('status').last().textContent()
    expect(status).toBe(`${sheets.length} page${sheets.length === 1 ? '' : 's'} of A4.`)
    const texts = pages.map((page) => plain(page.getText()))
    for (const [n, { words }] of sheets.entries()) {
      const { originalWidth, originalHeight } = pages[n]!.getOriginalSize()
      expect([Math.round(originalWidth), Math.round(originalHeight)]).toEqual([a4.width, a4.height])
      expect(words.length).toBeGreaterThan(0)
      for (const piece of words) for (const text of piece) expect(texts[n]).toContain(plain(text))
    }
    return { pdf, sheets, texts }
  }

  async function readCodes({ pdf, sheets }: Pick<Print, 'pdf' | 'sheets'>): Promise<string[]> {
    const codeTexts: string[] = []
    for (const [n, { codes }] of sheets.entries()) {
      const { data, width } = await pdf.getPage(n).render({ scale: dotsPerPoint, render: 'bitmap' })
      for (const { x, y, side } of codes) {
        const dots = (millimetres: number) => Math.round(millimetres * pointsPerMillimetre * dotsPerPoint)
        const [left, top, wide] = [dots(x), dots(y), dots(side)]
        const square = new Uint8Array(wide * wide * 4)
        for (let row = 0; row < wide; row += 1) {
          const from = ((top + row) * width + left) * 4
          square.set(data.subarray(from, from + wide * 4), row * wide * 4)
        }
        codeTexts.push(decodeQr({ width: wide, height: wide, data: square }, { timeLimit: 2000 }))
      }
    }
    return codeTexts
  }

  /** A printed link names the event's public address; the test's server has another. */
  const linkHere = (link: string) => {
    const { pathname, hash } = new URL(link)
    return `${server.address}${pathname}${hash}`
  }
  async function close() {
    pdfium.destroy()
    await browser.close()
  }
  return { browser, open, print, readCodes, linkHere, close }
}

export const makeLinks = (page: Page) => page.getByRole('button', { name: /^Make \d+ (badge|slip)s?$/ }).click()
