import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEntries } from '../../../api/rehearsal/judges/profiles.ts'
import { ask } from '../../../web/core/api.ts'
import { awkwardEntries } from '../../pictures/awkward.ts'
import { png } from '../../support/small-pictures.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'
import { findStageFaults, nameSizes } from '../support/stage-faults.ts'

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
]
const longTeam = 'The Very Long Name of a Team of Nine Parishes, Two Counties and Everyone’s Neighbours Too'
const many = Array.from({ length: 9 }, (_, n) => `Person Number ${n}`)
const longEntry = { team: longTeam, title: longTeam, organisations: ['A', 'B', 'C'], members: many }
const longEvent = 'The Association of Very Thorough Local Authorities’ second annual hack day and tea'

describe('the stage at every size', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser

  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function setPicture(show: Show, n: number, width: number, height: number) {
    const address = `${server.address}/api/events/${show.event.slug}/entries/${show.entries[n]!.id}/picture`
    const headers = { authorization: `Bearer ${show.organiserKey}` }
    const body = new Blob([Buffer.from(png(width, height))])
    expect((await fetch(address, { method: 'PUT', headers, body })).status).toBe(200)
  }

  async function openStages(show: Show): Promise<Page[]> {
    const pages: Page[] = []
    for (const viewport of sizes) {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
      await page.goto(`${server.address}/present/${show.event.slug}`)
      await page.getByText('Say your name').waitFor()
      pages.push(page)
    }
    return pages
  }

  async function checkAll(pages: Page[], moment: string) {
    for (const page of pages) {
      const { width } = page.viewportSize()!
      // After a fade and the pause before a name.
      await expect.poll(() => page.locator('[data-leaving]').count()).toBe(0)
      expect(await findStageFaults(page), `${moment} at ${width}`).toEqual([])
    }
  }

  /** The sizes of the names on the podium: the winner's, and those of the others. */
  const podiumSizes = (page: Page): Promise<number[][]> =>
    page.evaluate(() =>
      ['li[data-rank="1"] h2', 'li[data-rank]:not([data-rank="1"]) h2'].map((names) =>
        [...document.querySelectorAll(names)].map((name) => Number.parseFloat(getComputedStyle(name).fontSize)),
      ),
    )

  /** Plays until the last step, and checks every scene. `mark`: by the team's number. */
  async function play(show: Show, mark: (n: number, judge: number) => number) {
    const pages = await openStages(show)
    await checkAll(pages, 'welcome')
    await show.cue({ cue: 'open-doors' })
    for (const [n, entry] of show.entries.entries()) {
      await show.cue({ cue: 'call', entryId: entry.id })
      for (const page of pages) await page.getByRole('heading', { name: entry.team, exact: true }).first().waitFor()
      if (n < 6) await checkAll(pages, `hand-over ${n + 1}`)
      for (const judge of show.judges.keys()) await show.score(judge, n, mark(n, judge))
    }
    await show.cue({ cue: 'close-scoring' })
    await show.cue({ cue: 'start-reveal' })
    const last = new Map<Page, number>()
    for (;;) {
      const { reveal } = await show.cue({ cue: 'reveal-next' })
      const step = reveal.shown.at(-1)!
      if (step.kind === 'winners') break
      const kind = step.award.kind === 'place' && step.award.rank === 1 ? 'winner' : step.award.kind
      for (const page of pages) {
        const award = page.locator(`[data-award="${kind}"]`).last()
        await award
          .getByRole('heading')
          .nth(step.award.entryIds.length - 1)
          .waitFor()
        await expect.poll(() => page.locator('[data-award]').count()).toBe(1)
        const smallest = Math.min(...(await nameSizes(page)))
        if (step.award.entryIds.length <= 4) {
          expect(smallest, `${step.award.name} at ${page.viewportSize()!.width}`).toBeGreaterThan(
            (last.get(page) ?? 0) * 0.98,
          )
          last.set(page, smallest)
        }
      }
      await checkAll(pages, step.award.name)
    }
    for (const page of pages) await page.getByText(/^The winners?$/).waitFor()
    await checkAll(pages, 'the winners')
    for (const page of pages) {
      const [winner = [], others = []] = await podiumSizes(page)
      for (const size of winner) expect(size, 'the winner').toBeGreaterThan(Math.max(0, ...others))
    }
    for (const page of pages) {
      const { width } = (await page
        .getByRole('img', { name: /^QR code/ })
        .last()
        .boundingBox())!
      expect(width).toBeLessThanOrEqual(page.viewportSize()!.width / 5)
      await page.close()
    }
  }

  it('composes awkward names, with and without pictures', async () => {
    const show = await makeShow(server.address, server.ownerKey, {
      entries: [...awkwardEntries, longEntry],
      event: { name: longEvent, venue: longEvent, places: 3, criterionAwards: ['made-with'] },
    })
    for (const [n, [width, height]] of [
      [0, [640, 480]],
      [3, [480, 640]],
      [5, [640, 360]],
    ] as const)
      await setPicture(show, n, width, height)
    await play(show, (n, judge) => [5, 3, 4, 2, 2, 3][n]! - ((judge + n) % 3 === 0 ? 1 : 0))
  })

  it('composes twelve awards, of which eight are prizes, and joint places', async () => {
    const entries = createEntries(14)
    const show = await makeShow(server.address, server.ownerKey, { entries, event: { places: 4 } })
    for (const n of [0, 1, 2]) await setPicture(show, n, 640, 480)
    const prizes = Array.from({ length: 8 }, (_, n) => ({
      name: `The prize for the ${n + 1}. of many good things`,
      citation: n === 0 ? 'They listened, and then they made what they had heard. '.repeat(4).trim() : '',
      entryIds: [show.entries[13 - n]!.id],
    }))
    await ask(show.routes.prizes.$put({ param: show.param, json: { prizes } }))
    await play(show, (n) => [5, 5, 4, 3][n] ?? 2)
  })

  it('composes one entry, and a result in which all are equal', async () => {
    const single = await makeShow(server.address, server.ownerKey, { entries: createEntries(1), event: { places: 3 } })
    await play(single, () => 4)
    const equal = await makeShow(server.address, server.ownerKey, { entries: createEntries(12), event: { places: 3 } })
    await play(equal, () => 4)
  })
})
