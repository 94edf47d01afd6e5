import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { png } from '../../support/small-pictures.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, stageSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'
import { nameSizes } from '../support/stage-faults.ts'

describe('the reveal on the stage', () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show

  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey, { event: { places: 3, criterionAwards: ['made-with'] } })
    for (const { id } of show.entries.slice(0, 3)) {
      const address = `${server.address}/api/events/${show.event.slug}/entries/${id}/picture`
      const headers = { authorization: `Bearer ${show.organiserKey}` }
      expect(
        (await fetch(address, { method: 'PUT', headers, body: new Blob([Buffer.from(png(640, 480))]) })).status,
      ).toBe(200)
    }
    await show.cue({ cue: 'open-doors' })
    for (const [n, entry] of show.entries.entries()) {
      await show.cue({ cue: 'call', entryId: entry.id })
      await show.score(0, n, Math.max(1, 5 - n))
      await show.score(1, n, n < 3 ? 5 : 2)
    }
    await show.cue({ cue: 'close-scoring' })
    await show.cue({ cue: 'start-reveal' })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it(
    'grows from step to step, names only what was shown, and fetches no picture before its step',
    async () => {
      const context = await browser.newContext({ ...stageSize, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const fetched: string[] = []
      page.on('request', (request) => fetched.push(request.url()))
      await page.goto(`${server.address}/present/${show.event.slug}`)
      await page.getByText('The result').first().waitFor()
      const sizes: number[] = []
      const shownIds = new Set<string>()
      for (;;) {
        const { reveal } = await show.cue({ cue: 'reveal-next' })
        const last = reveal.shown.at(-1)!
        if (last.kind === 'winners') break
        for (const id of last.award.entryIds) shownIds.add(id)
        const teams = show.entries.filter(({ id }) => last.award.entryIds.includes(id)).map(({ team }) => team)
        for (const team of teams)
          await page.locator('[data-award]').last().getByRole('heading', { name: team }).waitFor()
        await expect.poll(() => page.locator('[data-award]').count()).toBe(1)
        sizes.push(Math.max(...(await nameSizes(page))))
        for (const { id, team } of show.entries.filter(({ id }) => !shownIds.has(id))) {
          expect(await page.getByText(team).count(), team).toBe(0)
          expect(fetched.filter((address) => address.includes(`${id}/picture`))).toEqual([])
        }
      }
      expect(sizes).toHaveLength(4)
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
      expect(sizes.at(-1)! / sizes.at(-2)!).toBeGreaterThanOrEqual(1.2)
      const winner = show.entries[0]!
      expect(fetched.some((address) => address.includes(`${winner.id}/picture`))).toBe(true)

      await page.getByText('The winners').waitFor()
      await expect.poll(() => page.locator('[data-award]').count()).toBe(0)
      const code = await page.getByRole('img', { name: /^QR code/ }).boundingBox()
      expect(code!.width).toBeLessThanOrEqual(stageSize.viewport.width / 5)
      const columns = await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading') })
        .allTextContents()
      expect(columns[1]).toContain(winner.team)
      await context.close()
    },
    browserLimitMs,
  )
})
