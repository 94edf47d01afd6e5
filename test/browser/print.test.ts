import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import type { Browser, Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEntries, createProfiles } from '../../api/rehearsal/judges/profiles.ts'
import type { BallotEdit } from '../../api/schema/history.ts'
import { ask } from '../../web/core/api.ts'
import { awkwardEntries, awkwardJudges } from '../pictures/awkward.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, laptopSize, phoneSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const a4 = { width: 595, height: 842 }
const pointsPerMillimetre = 72 / 25.4
const dotsPerPoint = 200 / 72

type Drawn = { codes: { x: number; y: number; side: number }[]; words: string[][] }

describe('what is printed', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let pdfium: PDFiumLibrary
  let awkward: Show
  let crowd: Show

  beforeAll(async () => {
    browser = await connectBrowser()
    pdfium = await PDFiumLibrary.init()
    const startsAt = '2026-06-20T15:30:00Z'
    const make = (wanted: Parameters<typeof makeShow>[2]) => makeShow(server.address, server.ownerKey, wanted)
    awkward = await make({ entries: awkwardEntries, judges: awkwardJudges, event: { startsAt } })
    const name = 'The Association of Very Thorough Local Authorities’ second annual hack day and tea'
    crowd = await make({ entries: createEntries(60), judges: createProfiles(80, 1), event: { startsAt, name } })
  }, browserLimitMs)
  afterAll(async () => {
    pdfium?.destroy()
    await browser?.close()
  })

  async function open(show: Show, what: string, act?: (page: Page) => Promise<unknown>): Promise<Page> {
    const context = await browser.newContext({ ...laptopSize, baseURL: server.address, timezoneId: 'Europe/London' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/print?what=${what}#k=${show.organiserKey}`)
    await act?.(page)
    await page.locator('[data-sheet]').first().waitFor()
    return page
  }
  const make = (page: Page) => page.getByRole('button', { name: /^Make \d+ (badge|slip)s?$/ }).click()
  const choose = (name: RegExp) => (page: Page) => page.getByRole('radio', { name }).check()

  const readPreview = (page: Page): Promise<Drawn[]> =>
    page.locator('[data-sheet]').evaluateAll((sheets) =>
      sheets.map((sheet) => {
        const at = sheet.getBoundingClientRect()
        const perMillimetre = (at.width - 2) / 210
        const codes = [...sheet.querySelectorAll('svg')].map((svg) => {
          const box = svg.getBoundingClientRect()
          const place = { x: box.x - at.x - 1, y: box.y - at.y - 1, side: box.width }
          return Object.fromEntries(Object.entries(place).map(([name, px]) => [name, px / perMillimetre]))
        })
        const marked = [...sheet.querySelectorAll('[data-piece]')].filter(
          (piece) => !piece.querySelector('[data-piece]'),
        )
        const pieces = marked.length > 0 ? marked : [sheet]
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

  // A PDF lists runs of other scripts in an order of its own.
  const plain = (text: string) => text.replace(/[^a-zA-Z0-9]/g, '')

  async function printed(page: Page): Promise<{ pdf: PDFiumDocument; sheets: Drawn[]; texts: string[] }> {
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
      for (const piece of words) for (const some of piece) expect(texts[n]).toContain(plain(some))
    }
    return { pdf, sheets, texts }
  }

  async function codesOf({ pdf, sheets }: { pdf: PDFiumDocument; sheets: Drawn[] }): Promise<string[]> {
    const found: string[] = []
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
        found.push(decodeQr({ width: wide, height: wide, data: square }, { timeLimit: 2000 }))
      }
    }
    return found
  }
  const opens = (link: string) => {
    const { pathname, hash } = new URL(link)
    return `${server.address}${pathname}${hash}`
  }

  it('the door poster: one page, and its code is the room’s', async () => {
    const page = await open(crowd, 'poster')
    const whole = await printed(page)
    expect(whole.sheets).toHaveLength(1)
    expect(await codesOf(whole)).toEqual([crowd.event.joinUrl])
    expect(whole.texts[0]).toContain(plain(`code ${crowd.event.code}`))
    expect(whole.sheets[0]!.codes[0]!.side).toBeGreaterThan(100)
  })

  it('badges: each code opens its own judge’s ballots, and earlier links still work', async () => {
    const page = await open(awkward, 'badges', make)
    const whole = await printed(page)
    expect(whole.sheets).toHaveLength(1)
    const links = await codesOf(whole)
    expect(new Set(links).size).toBe(awkwardJudges.length)
    const { judges } = awkward
    for (const [n, link] of links.entries()) {
      expect(new URL(link).origin).toBe(new URL(awkward.event.joinUrl).origin)
      for (const key of [new URLSearchParams(new URL(link).hash.slice(1)).get('k')!, judges[n]!.key]) {
        const me = await fetch(`${server.address}/api/events/${awkward.event.slug}/judges/me`, {
          headers: { authorization: `Bearer ${key}` },
        })
        expect((await me.json()).judge.id).toBe(judges[n]!.judge.id)
      }
    }
    const phone = await (await browser.newContext(phoneSize)).newPage()
    await phone.goto(opens(links[3]!))
    await phone.getByText('Q', { exact: false }).first().waitFor()
    expect(new URL(phone.url()).pathname).toBe(`/e/${awkward.event.slug}/judge`)
  })

  it('eighty badges, four a page, and every code is readable', async () => {
    const page = await open(crowd, 'badges', make)
    const whole = await printed(page)
    expect(whole.sheets).toHaveLength(20)
    expect(new Set(await codesOf({ ...whole, sheets: whole.sheets.slice(0, 2) })).size).toBe(8)
  })

  it('table cards and slips: sixty teams, their planned times, and a link that opens the team’s own entry', async () => {
    const cards = await printed(await open(crowd, 'cards'))
    expect(cards.sheets).toHaveLength(30)
    expect(cards.texts[1]).toContain(plain('On stage: 3 of 60, about 16:42'))
    // Each card is printed twice, once upside down, and reads back at 3 cm.
    const [first, second] = crowd.entries.map((entry) => `${crowd.event.joinUrl}${entry.code}`.toUpperCase())
    expect(await codesOf({ ...cards, sheets: cards.sheets.slice(0, 1) })).toEqual([first, first, second, second])
    for (const { side } of cards.sheets[0]!.codes) expect(side).toBeLessThanOrEqual(30.1)
    const slips = await printed(await open(awkward, 'slips', make))
    const links = await codesOf(slips)
    expect(links).toHaveLength(awkwardEntries.length)
    const team = await (await browser.newContext(phoneSize)).newPage()
    await team.goto(opens(links[1]!))
    await team.getByText(awkwardEntries[1]!.team).first().waitFor()
  })

  it('paper ballots: two or three a page, none cut, and as many pages as were announced', async () => {
    const page = await open(crowd, 'ballots', (preview) =>
      preview.getByLabel('For whom').selectOption(crowd.judges[7]!.judge.id),
    )
    const sheets = await printed(page)
    expect(sheets.sheets.length).toBeLessThan(6)
    for (const { team } of createEntries(60)) expect(sheets.texts.join('')).toContain(plain(team))
    for (const text of sheets.texts) expect(text).toContain(plain(crowd.judges[7]!.judge.name))
    await page.getByLabel('For whom').selectOption('')
    await choose(/^A ballot for each/)(page)
    await page.getByText('That would be 2,400 pages').waitFor()
    const each = await printed(await open(awkward, 'ballots', choose(/^A ballot for each/)))
    expect(each.sheets).toHaveLength((awkwardEntries.length * awkwardJudges.length) / 2)
    for (const text of each.texts) expect(text.split(plain('I step aside from this team'))).toHaveLength(3)
    const blank = await printed(await open(awkward, 'ballots', choose(/^One page of blank/)))
    expect(blank.sheets).toHaveLength(1)
  })

  it('the run sheet: every team once with its time, then the keys and who to call', async () => {
    const { texts } = await printed(await open(crowd, 'run-sheet'))
    const all = texts.join('')
    for (const { team } of createEntries(60)) expect(all.split(plain(`. ${team}`)).length).toBeGreaterThan(1)
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.at(-1)).toContain(plain('Keys of the desk'))
    expect(texts.at(-1)).toContain(plain('Who to call'))
  })

  it('paper ballots copied back by keyboard alone: a phone’s ballot needs a confirmation, and stays hidden', async () => {
    await awkward.cue({ cue: 'open-doors' })
    await awkward.cue({ cue: 'next' })
    await awkward.score(1, 0, 2, 'Mine alone')
    const page = await (await browser.newContext({ ...laptopSize, baseURL: server.address })).newPage()
    page.setDefaultTimeout(60_000)
    const payloads: string[] = []
    page.on('response', async (response) => {
      const path = new URL(response.url()).pathname
      // A stream never ends, so another test covers it.
      if (path.startsWith('/api/') && !path.endsWith('/feed')) payloads.push(await response.text().catch(() => ''))
    })
    await page.goto(`/e/${awkward.event.slug}/paper#k=${awkward.organiserKey}`)
    await page.getByText('Ballots of 1 of 4 judges').waitFor()
    const type = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.getByRole('radio').first().focus()
    await type('4', '3', '5', '9', '2', 'Enter')
    await page.getByText(/^Saved: /).waitFor()
    const judge = page.getByLabel('Judge', { exact: true })
    await expect.poll(() => judge.inputValue(), { timeout: 20_000 }).toBe(awkward.judges[2]!.judge.id)
    await judge.selectOption(awkward.judges[1]!.judge.id)
    await page.getByRole('radio').first().focus()
    await type('5', '5', '5', '5', 'Enter')
    await page.getByText('on their phone already').waitFor()
    await type('Enter')
    await page.getByRole('button', { name: 'Save this ballot' }).waitFor()
    expect(await page.getByRole('radio', { name: /^5/ }).first().isChecked()).toBe(true)
    await type('Enter')
    await page.getByText('on their phone already').waitFor()
    await type('Tab', 'Enter')
    await page.getByText(/^Saved: /).waitFor()
    expect(payloads.length).toBeGreaterThan(5)
    for (const text of payloads) expect(text).not.toMatch(/"scores":|Mine alone/)
    await awkward.cue({ cue: 'close-scoring' })
    await page.getByText('Scoring has closed').first().waitFor()
    const { ballots } = await ask<{ ballots: BallotEdit[] | null }>(
      awkward.routes.history.$get({ param: awkward.param }),
    )
    const inOrder = (scores: Record<string, number>) => awkward.event.criteria.map(({ id }) => scores[id]).join('')
    expect(ballots?.map(({ source, scores }) => [source, inOrder(scores)])).toEqual([
      ['phone', '2222'],
      ['paper', '4352'],
      ['paper', '5555'],
    ])
    await page.goto(`/e/${awkward.event.slug}/history`)
    await page.getByText('was copied from paper').first().waitFor()
    await page.goto(`/e/${awkward.event.slug}/review`)
    await page.getByText('2 of them copied from paper').waitFor()
  })
})
