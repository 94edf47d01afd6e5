import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awkwardEntries, awkwardJudges } from '../pictures/awkward.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const narrow = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true }

/** No content needs horizontal scrolling, however long the names are (WCAG 1.4.10). */
describe('a phone 320 px wide', () => {
  const server = sharedServer()
  let pages: PagePool
  let live: Show
  let over: Show

  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    const make = () =>
      makeShow(server.address, server.ownerKey, {
        entries: awkwardEntries,
        judges: awkwardJudges,
        event: { criterionAwards: ['made-with'] },
      })
    live = await make()
    await live.cue({ cue: 'open-doors' })
    await live.cue({ cue: 'next' })
    over = await make()
    const { reveal } = await over.playToReveal()
    for (let step = 0; step < reveal.of; step += 1) await over.cue({ cue: 'reveal-next' })
    await over.cue({ cue: 'publish' })
  }, browserLimitMs)
  afterAll(() => pages?.close())

  const at = (show: Show) => `/e/${show.event.slug}`
  type Look = { address: string; shows: string; act?: (page: Page) => Promise<void> }
  const looks: [string, () => Look][] = [
    ['the front door', () => ({ address: '/', shows: 'Event code' })],
    ['the room', () => ({ address: at(live), shows: 'Line-up' })],
    ['the published result', () => ({ address: at(over), shows: 'Awards' })],
    ['the way in for judges', () => ({ address: `${at(live)}/judge`, shows: 'Start judging' })],
    ['a question of interest', () => ({ address: `${at(live)}/judge#k=${live.judges[0]?.key}`, shows: 'Carry on' })],
    ['a ballot', () => ({ address: `${at(live)}/judge#k=${live.judges[2]?.key}`, shows: 'How well was it shown?' })],
    [
      'a judge’s phone after the close',
      () => ({ address: `${at(over)}/judge#k=${over.judges[2]?.key}`, shows: 'Your ballots' }),
    ],
    ['a team’s page', () => ({ address: `${at(live)}/team#k=${live.teamKeys[1]}`, shows: live.entries[1]!.team })],
    [
      'a team’s page on stage',
      () => ({ address: `${at(live)}/team#k=${live.teamKeys[0]}`, shows: 'You are on stage' }),
    ],
    [
      'a team’s page afterwards',
      () => ({ address: `${at(over)}/team#k=${over.teamKeys[0]}`, shows: 'How the judges saw it' }),
    ],
    ['a certificate', () => ({ address: `${at(over)}/certificate#k=${over.organiserKey}`, shows: 'Print, or save' })],
    [
      'the comments to read',
      () => ({ address: `${at(over)}/feedback#k=${over.organiserKey}`, shows: 'Read each before its team does' }),
    ],
    [
      'the organiser’s page',
      () => ({
        address: `${at(live)}/organise#k=${live.organiserKey}`,
        shows: 'The show is on',
        act: async (page) => {
          const judge = page.locator('#judges .team-row').first()
          await judge.getByRole('button', { name: /^Open/ }).tap()
          await judge.getByRole('button', { name: /^Show a code/ }).tap()
          await judge.getByRole('img', { name: /^A code/ }).waitFor()
        },
      }),
    ],
    [
      'the organiser’s page afterwards',
      () => ({
        address: `${at(over)}/organise#k=${over.organiserKey}`,
        shows: 'The show is over',
        act: async (page) => {
          await page.getByText('Links that work now').click()
          await page.getByRole('button', { name: /^Delete the event/ }).click()
        },
      }),
    ],
    [
      'the owner’s page',
      () => ({
        address: `/owner#k=${server.ownerKey}`,
        shows: 'Set up an event',
        act: (page) => page.getByRole('button', { name: 'More' }).first().click(),
      }),
    ],
    [
      'the review',
      () => ({ address: `${at(over)}/review#k=${over.organiserKey}`, shows: 'The result has been published' }),
    ],
    ['a paper ballot', () => ({ address: `${at(live)}/paper#k=${live.organiserKey}`, shows: 'Copied from paper' })],
    [
      'the pages to be printed',
      () => ({ address: `${at(live)}/print?what=cards#k=${live.organiserKey}`, shows: 'On stage: 1 of 5' }),
    ],
    [
      'the feedback to print',
      () => ({ address: `${at(over)}/feedback/print#k=${over.organiserKey}`, shows: 'Print, or save' }),
    ],
    ['the history', () => ({ address: `${at(over)}/history#k=${over.organiserKey}`, shows: 'What was done' })],
    ['the record', () => ({ address: `${at(over)}/record`, shows: 'How it came about' })],
    ['the venue check', () => ({ address: `${at(live)}/check`, shows: 'Checked:' })],
    ['the method', () => ({ address: `${at(over)}/method`, shows: 'How the scores are added up' })],
  ]

  it.each(looks)('shows %s without horizontal scrolling', async (_name, look) => {
    const { address, shows, act } = look()
    await pages.use(narrow, async (page) => {
      await page.goto(address)
      await page.getByText(shows).first().waitFor()
      await act?.(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    })
  })
})
