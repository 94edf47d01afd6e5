import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awkwardEntries, awkwardJudges } from '../../pictures/awkward.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { createPagePool, type PagePool } from '../support/page-pool.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'
import { type NarrowPage, narrowPhone, widthOf } from '../support/shown-page.ts'

/** No content needs horizontal scrolling, however long the names are (WCAG 1.4.10). */
describe('every other page on a phone 320 px wide', () => {
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
  const shownPages: [string, () => NarrowPage][] = [
    ['the front page', () => ({ address: '/', words: 'Event code' })],
    ['the privacy page of an event', () => ({ address: `${at(over)}/privacy`, words: 'Names are removed' })],
    ['the accessibility statement', () => ({ address: '/accessibility', words: 'Feedback' })],
    ['the published result', () => ({ address: at(over), words: 'Awards' })],
    ['the form for judges', () => ({ address: `${at(live)}/judge`, words: 'Start judging' })],
    ['a question of interest', () => ({ address: `${at(live)}/judge#k=${live.judges[0]?.key}`, words: 'Carry on' })],
    [
      'a judge’s phone after the close',
      () => ({ address: `${at(over)}/judge#k=${over.judges[2]?.key}`, words: 'Your ballots' }),
    ],
    ['a team’s page', () => ({ address: `${at(live)}/team#k=${live.teamKeys[1]}`, words: live.entries[1]!.team })],
    [
      'a team’s page on stage',
      () => ({ address: `${at(live)}/team#k=${live.teamKeys[0]}`, words: 'You are on stage' }),
    ],
    [
      'a team’s page afterwards',
      () => ({ address: `${at(over)}/team#k=${over.teamKeys[0]}`, words: 'How the judges saw it' }),
    ],
    ['a certificate', () => ({ address: `${at(over)}/certificate#k=${over.organiserKey}`, words: 'Print, or save' })],
    [
      'the comments to read',
      () => ({ address: `${at(over)}/feedback#k=${over.organiserKey}`, words: 'Read each before its team does' }),
    ],
    [
      'the organiser’s judges',
      () => ({
        address: `${at(live)}/organise/judges#k=${live.organiserKey}`,
        words: 'Who can judge',
        act: async (page) => {
          const judges = page.locator('#judges')
          await judges.getByRole('button', { name: /^Edit/ }).first().tap()
          await judges.getByText('Code to scan', { exact: true }).tap()
          await judges.getByRole('button', { name: /^Show a code/ }).tap()
          await judges.getByRole('img', { name: /^A code/ }).waitFor()
        },
      }),
    ],
    [
      'the organiser’s teams',
      () => ({
        address: `${at(live)}/organise/teams#k=${live.organiserKey}`,
        words: 'in the order they come on stage',
        act: (page) => page.getByRole('button', { name: /^Edit/ }).first().tap(),
      }),
    ],
    [
      'the links that work',
      () => ({
        address: `${at(over)}/organise/hand-over#k=${over.organiserKey}`,
        words: 'A link is a key',
        act: (page) => page.getByText('Links that work now').click(),
      }),
    ],
    [
      'the deletion of an event',
      () => ({
        address: `${at(over)}/organise/delete#k=${over.organiserKey}`,
        words: 'Delete personal data',
        act: (page) => page.getByRole('button', { name: /^Delete the event/ }).click(),
      }),
    ],
    [
      'the owner’s page',
      () => ({
        address: `/owner#k=${server.ownerKey}`,
        words: 'Set up an event',
        act: async (page) => {
          await page.getByRole('button', { name: 'More' }).first().click()
          await page.getByText('No phone gets through?').click()
          await page.getByText('A code that lets phones join the Wi-Fi').click()
          await page.getByLabel('Wi-Fi name').fill('A network whose name is as long as names can be')
          await page.getByLabel('Wi-Fi password').fill('aPasswordWithoutAnySpaceThatFillsTheWholeLine')
        },
      }),
    ],
    ['a phone that gets through', () => ({ address: '/phone', words: 'Scan the code with a phone' })],
    [
      'the review',
      () => ({ address: `${at(over)}/review#k=${over.organiserKey}`, words: 'The result has been published' }),
    ],
    ['a paper ballot', () => ({ address: `${at(live)}/paper#k=${live.organiserKey}`, words: 'Copied from paper' })],
    [
      'the pages to be printed',
      () => ({ address: `${at(live)}/print?what=cards#k=${live.organiserKey}`, words: 'On stage: 1 of 5' }),
    ],
    [
      'the feedback to print',
      () => ({ address: `${at(over)}/feedback/print#k=${over.organiserKey}`, words: 'Print, or save' }),
    ],
    ['the history', () => ({ address: `${at(over)}/history#k=${over.organiserKey}`, words: 'What was done' })],
    ['the record', () => ({ address: `${at(over)}/record`, words: 'How it came about' })],
    ['the venue check', () => ({ address: `${at(live)}/check`, words: 'Checked:' })],
    [
      'the remote control',
      () => ({ address: `/present/${live.event.slug}/remote#k=${live.organiserKey}`, words: 'Next team' }),
    ],
    ['the overlay', () => ({ address: `/present/${live.event.slug}/overlay`, words: live.entries[0]!.team })],
    ['the method', () => ({ address: `${at(over)}/method`, words: 'How the scores are added up' })],
  ]

  it.each(shownPages)('shows %s without horizontal scrolling', async (_name, shownPage) => {
    expect(await widthOf(pages, shownPage())).toBe(narrowPhone.viewport.width)
  })
})
