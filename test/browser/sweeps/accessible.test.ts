import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rehearsal } from '../../../api/schema/rehearsal.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, deskSize, laptopSize, phoneSize, stageSize } from '../support/open-browser.ts'
import { createPagePool, type PagePool } from '../support/page-pool.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'
import {
  deskPage,
  faultsOf,
  judgePage,
  makeLiveShow,
  makePublishedShow,
  organiserPage,
  overlayPage,
  remotePage,
  roomAddress,
  type ShownPage,
  stagePage,
  teamPage,
} from '../support/shown-page.ts'

/** The pages that `test/browser/accessible.test.ts` leaves out. */
describe('every other page and moment passes axe', () => {
  const server = sharedServer()
  let pages: PagePool
  let setUp: Show
  let live: Show
  let revealing: Show
  let over: Show
  let rehearsal: { slug: string; key: string }

  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    setUp = await makeShow(server.address, server.ownerKey)
    const started = await ask<{ rehearsal: Rehearsal; organiserKey: string }>(
      setUp.routes.rehearsal.$post({ param: setUp.param, json: { judges: 6, speed: 20, byHand: true } }),
    )
    rehearsal = { slug: started.rehearsal.slug, key: started.organiserKey }
    live = await makeLiveShow(server)
    revealing = await makeShow(server.address, server.ownerKey)
    await revealing.playToReveal()
    await revealing.cue({ cue: 'reveal-next' })
    over = await makePublishedShow(server)
  }, browserLimitMs)
  afterAll(() => pages?.close())

  const openEvent = async (page: Page) => {
    await page.getByRole('button', { name: 'More' }).first().click()
    await page.getByRole('button', { name: /^Delete the event/ }).click()
    await page.getByText('No phone gets through?').click()
    await page.getByText('A code that lets phones join the Wi-Fi').click()
    await page.getByLabel('Wi-Fi name').fill('Town Hall')
  }
  const openDeletion = async (page: Page) => {
    await page.getByRole('button', { name: /^Delete the event/ }).click()
    await page.getByRole('button', { name: 'Delete personal data…' }).click()
  }
  const openLinks = async (page: Page) => {
    await page.getByText('Links that work now').click()
    await page
      .getByRole('button', { name: /^Stop this link/ })
      .first()
      .click()
  }
  const openTeamRow = async (page: Page) => {
    await page.getByRole('button', { name: /^Edit/ }).first().click()
    await page.getByText('Link', { exact: true }).last().click()
  }
  const openJudgeRow = async (page: Page) => {
    const judges = page.locator('#judges')
    await openTeamRow(page)
    await judges.getByText('Code to scan', { exact: true }).click()
    await judges.getByRole('button', { name: /^Show a code/ }).click()
    await judges.getByRole('img', { name: /^A code/ }).waitFor()
  }
  const openImport = async (page: Page) => {
    await page.getByText('Import a list of teams').click()
    const rows = 'Team,Pitch,E-mail\nForm Filler,Another pitch,a@example.org\nNew,Here,\n,Nobody,\nNew,Again,'
    await page
      .locator('#teams')
      .getByLabel(/Or paste rows/)
      .fill(rows)
    await page.locator('#teams').getByText('Change what each column means').click()
    await page.getByText('1 team to add').waitFor()
  }
  const openTeams = async (page: Page) => {
    // Taps in the first 300 ms of a view are ignored.
    await page.getByRole('button', { name: /teams left/ }).waitFor()
    await page.waitForFunction(() => !document.querySelector('[data-settling]'))
    await page.getByRole('button', { name: /teams left/ }).tap()
    await page.getByRole('heading', { name: 'All teams' }).waitFor()
  }
  const saveIncomplete = async (page: Page) => {
    await page.getByRole('button', { name: 'Save this ballot' }).click()
    await page.getByText('Save this ballot anyway?').waitFor()
  }
  const seeMark = (page: Page) => page.getByText('Rehearsal: nothing counts').waitFor()
  const lightAndDark: [string, () => ShownPage][] = [
    ['the front page', () => ({ address: '/', words: 'Event code', size: phoneSize })],
    ['the privacy page', () => ({ address: '/privacy', words: 'Whose decision', size: phoneSize })],
    [
      'the privacy page of an event',
      () => ({ address: `${roomAddress(over)}/privacy`, words: 'Names are removed', size: phoneSize }),
    ],
    ['the accessibility statement', () => ({ address: '/accessibility', words: 'Feedback', size: phoneSize })],
    [
      'the organiser’s page of a rehearsal',
      () => ({
        address: `/e/${rehearsal.slug}/organise#k=${rehearsal.key}`,
        words: 'Ready for the doors',
        size: laptopSize,
        act: seeMark,
      }),
    ],
    [
      'the form for judges of a rehearsal',
      () => ({ address: `/e/${rehearsal.slug}/judge`, words: 'Start judging', size: phoneSize, act: seeMark }),
    ],
    [
      'the page that a phone opens to see whether it gets through',
      () => ({ address: '/phone', words: 'Scan the code with a phone', size: phoneSize }),
    ],
    [
      'the owner’s page with an event open',
      () => ({ address: `/owner#k=${server.ownerKey}`, words: 'Set up an event', size: laptopSize, act: openEvent }),
    ],
    [
      'the deletion of an event',
      () => ({ ...organiserPage(over, 'organise/delete'), words: 'Delete personal data', act: openDeletion }),
    ],
    [
      'the links that work',
      () => ({ ...organiserPage(over, 'organise/hand-over'), words: 'A link is a key', act: openLinks }),
    ],
    [
      'the organiser’s teams',
      () => ({ ...organiserPage(setUp, 'organise/teams'), words: 'Add a team', act: openTeamRow }),
    ],
    [
      'the organiser’s judges',
      () => ({ ...organiserPage(setUp, 'organise/judges'), words: 'Who can judge', act: openJudgeRow }),
    ],
    [
      'a list of teams before it is imported',
      () => ({ ...organiserPage(setUp, 'organise/teams'), words: 'Import a list of teams', act: openImport }),
    ],
    ['the room before', () => ({ address: roomAddress(setUp), words: 'Line-up', size: phoneSize })],
    ['the room at the reveal', () => ({ address: roomAddress(revealing), words: 'Shown so far', size: phoneSize })],
    ['a ballot', () => ({ ...judgePage(live), words: 'How well was it shown?' })],
    ['all teams on a judge’s phone', () => ({ ...judgePage(live), words: 'teams left', act: openTeams })],
    ['a judge’s phone after the close', () => ({ ...judgePage(over), words: 'Your ballots' })],
    ['a team’s page', () => ({ ...teamPage(live, 1), words: live.entries[1]!.team })],
    ['a team’s page afterwards', () => ({ ...teamPage(over, 1), words: 'How the judges saw it' })],
    ['a certificate', () => ({ ...organiserPage(over, 'certificate', phoneSize), words: 'Print, or save' })],
    ['the feedback to print', () => ({ ...organiserPage(over, 'feedback/print', phoneSize), words: 'Print, or save' })],
    [
      'the comments to read',
      () => ({ ...organiserPage(over, 'feedback', phoneSize), words: 'Read each before its team does' }),
    ],
    ['the review', () => ({ ...organiserPage(revealing, 'review'), words: 'The reveal has begun' })],
    [
      'a paper ballot being copied',
      () => ({ ...organiserPage(live, 'paper'), words: 'Copied from paper', act: saveIncomplete }),
    ],
    [
      'paper ballots before the doors open',
      () => ({ ...organiserPage(setUp, 'paper'), words: 'Scoring has not opened yet' }),
    ],
    ['a poster to print', () => ({ ...printPage('poster'), words: 'Judges: scan to score' })],
    ['ballots to print', () => ({ ...printPage('ballots'), words: 'Circle one number' })],
    ['the record', () => ({ address: `${roomAddress(over)}/record`, words: 'How it came about', size: laptopSize })],
    ['the history', () => ({ ...organiserPage(over, 'history', phoneSize), words: 'What was done' })],
    ['the venue check', () => ({ address: `${roomAddress(live)}/check`, words: 'Checked:', size: phoneSize })],
    [
      'the method',
      () => ({ address: `${roomAddress(over)}/method`, words: 'How the scores are added up', size: phoneSize }),
    ],
  ]
  const printPage = (what: string) => ({
    address: `${roomAddress(setUp)}/print?what=${what}#k=${setUp.organiserKey}`,
    size: laptopSize,
  })
  const dark: [string, () => ShownPage][] = [
    ['the desk before the doors open', () => ({ ...deskPage(setUp), words: 'Open the doors' })],
    ['the desk at the reveal', () => ({ ...deskPage(revealing), words: 'Show the next' })],
    ['the stage’s welcome', () => ({ ...stagePage(setUp), words: 'Welcome' })],
    ['the stage at the reveal', () => ({ ...stagePage(revealing), words: 'place' })],
    ['the overlay', () => ({ ...overlayPage(live), words: live.entries[0]!.team })],
    ['the remote control', () => ({ ...remotePage(live), words: 'Next team' })],
    ['the stage with the winners', () => ({ ...stagePage(over), words: 'The winners' })],
    [
      'the stage of a rehearsal',
      () => ({ address: `/present/${rehearsal.slug}`, words: 'Welcome', size: stageSize, act: seeMark }),
    ],
    [
      'the desk of a rehearsal',
      () => ({
        address: `/present/${rehearsal.slug}/desk#k=${rehearsal.key}`,
        words: 'Running order',
        size: deskSize,
        act: seeMark,
      }),
    ],
  ]

  it.concurrent.each(lightAndDark)('%s, in light and dark', async (_name, shownPage) => {
    expect(await faultsOf(pages, shownPage(), ['light', 'dark'])).toEqual([])
  })

  it.concurrent.each(dark)('%s', async (_name, shownPage) => {
    expect(await faultsOf(pages, shownPage(), ['dark'])).toEqual([])
  })
})
