import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { browserLimitMs, phoneSize, stageSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

describe('an entry’s code that is scanned or typed', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey)
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function open(options: BrowserContextOptions = phoneSize): Promise<Page> {
    const context = await browser.newContext({ ...options, baseURL: server.address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    return page
  }
  const shortPath = (n: number) => `/${show.event.code}${show.entries[n]!.code}`
  const team = (n: number) => show.entries[n]!.team
  const heading = (page: Page, n: number) => page.getByRole('heading', { level: 1, name: team(n) }).waitFor()
  async function openJudge(n: number): Promise<Page> {
    const page = await open()
    await page.goto(`/e/${show.event.slug}/judge#k=${show.judges[n]!.key}`)
    await page
      .getByText(/Welcome|colleagues|How well was it shown|Your ballots/)
      .first()
      .waitFor()
    const skip = page.getByRole('button', { name: 'Carry on' })
    if (await skip.isVisible()) await skip.tap()
    return page
  }
  const scan = (page: Page, n: number) => page.goto(shortPath(n))

  it('opens the ballot for a judge at each phase, and says why a team cannot be scored yet', async () => {
    const judge = await openJudge(2)
    await scan(judge, 1)
    await heading(judge, 1)
    await judge.getByText('You can score them once they are on stage.').waitFor()
    expect(await judge.getByText('Did not present').count()).toBe(0)
    expect(new URL(judge.url()).hash).toBe('')

    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'call', entryId: show.entries[0]!.id })
    await show.cue({ cue: 'call', entryId: show.entries[1]!.id })
    await scan(judge, 0)
    await heading(judge, 0)
    await judge.getByRole('radio', { name: /^4\b/ }).first().tap()
    await judge.getByText(/^Saved \d\d:\d\d/).waitFor()
    // A half-done ballot stays, whoever is called.
    await show.cue({ cue: 'call', entryId: show.entries[2]!.id })
    await judge.waitForTimeout(6000)
    await heading(judge, 0)
    const { ballots } = await ask<{ ballots: { entryId: string }[] }>(
      fetch(`${server.address}/api/events/${show.event.slug}/ballots`, {
        headers: { authorization: `Bearer ${show.judges[2]!.key}` },
      }) as never,
    )
    expect(ballots.map(({ entryId }) => entryId)).toEqual([show.entries[0]!.id])
    expect(await findFaults(judge)).toEqual([])
    await judge.context().close()
  })

  it('opens the entry’s page for a guest, who becomes a judge and gets to this ballot', async () => {
    const guest = await open({ ...phoneSize, viewport: { width: 320, height: 568 } })
    await scan(guest, 1)
    await heading(guest, 1)
    expect(await findFaults(guest)).toEqual([])
    expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await guest.getByRole('link', { name: 'I am a judge' }).tap()
    await guest.getByLabel('Your name').fill('Scans A Card')
    await guest.getByRole('button', { name: 'Start judging' }).tap()
    await heading(guest, 1)
    await guest.getByRole('radio').first().waitFor()
    await guest.goto('/')
    await guest.getByLabel('Event code').fill(`${show.event.code} ${show.entries[0]!.code}`.toLowerCase())
    await guest.keyboard.press('Enter')
    await heading(guest, 0)
    await guest.getByRole('radio').first().waitFor()
    await guest.context().close()
  })

  it('opens the team’s own page on its phone, and the entry’s page for another team’s code', async () => {
    const own = await open()
    await own.goto(`/e/${show.event.slug}/team#k=${show.teamKeys[1]}`)
    await own.getByRole('heading', { name: 'Your code' }).waitFor()
    await scan(own, 1)
    await own.waitForURL(`**/e/${show.event.slug}/team`)
    await scan(own, 0)
    await own.waitForURL(`**/entry/${show.entries[0]!.id}`)
    await heading(own, 0)
    await own.context().close()
  })

  it('reads back from the stage at a tenth of the picture’s height, and opens the team on stage', async () => {
    const stage = await open(stageSize)
    await stage.goto(`/present/${show.event.slug}`)
    const code = stage.getByRole('img', { name: /^QR code for / })
    await code.waitFor()
    const png = (await code.screenshot()).toString('base64')
    const side = Math.round(stageSize.viewport.height / 10)
    const pixels = await stage.evaluate(
      async ([source, side]) => {
        const image = new Image()
        image.src = `data:image/png;base64,${source}`
        await image.decode()
        const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
        const context = canvas.getContext('2d')!
        context.drawImage(image, 0, 0, side, side)
        return [...context.getImageData(0, 0, side, side).data]
      },
      [png, side] as const,
    )
    const read = decodeQr({ width: side, height: side, data: Uint8Array.from(pixels) })
    expect(read).toBe(`${show.event.joinUrl}${show.entries[2]!.code}`.toUpperCase())
    await stage.context().close()
  })

  it('opens a judge’s counted ballot after the close, or says that scoring closed before', async () => {
    await show.cue({ cue: 'close-scoring' })
    const judge = await openJudge(2)
    await scan(judge, 0)
    await heading(judge, 0)
    await judge.getByText('Scoring has closed').first().waitFor()
    await scan(judge, 5)
    await heading(judge, 5)
    await judge.getByText('Scoring closed before this team could be scored.').waitFor()
    await judge.context().close()
  })
})
