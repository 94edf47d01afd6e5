import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rehearsal } from '../../api/schema/rehearsal.ts'
import { ask } from '../../web/core/api.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { findFaults } from './support/find-faults.ts'
import { browserLimitMs, deskSize, laptopSize, phoneSize, stageSize } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

describe('every page passes axe', () => {
  const server = sharedServer()
  let pages: PagePool
  let setUp: Show
  let live: Show
  let revealing: Show
  let over: Show
  let rehearsed: { slug: string; key: string }

  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    const make = () => makeShow(server.address, server.ownerKey)
    setUp = await make()
    const { rehearsal, organiserKey } = await ask<{ rehearsal: Rehearsal; organiserKey: string }>(
      setUp.routes.rehearsal.$post({ param: setUp.param, json: { judges: 6, speed: 20, byHand: true } }),
    )
    rehearsed = { slug: rehearsal.slug, key: organiserKey }
    live = await make()
    await live.cue({ cue: 'open-doors' })
    await live.cue({ cue: 'next' })
    await live.cue({ cue: 'start-timer' })
    await live.score(0, 0, 4)
    await live.score(1, 0, 3)
    revealing = await make()
    await revealing.playToReveal()
    await revealing.cue({ cue: 'reveal-next' })
    over = await make()
    const { reveal } = await over.playToReveal()
    for (let step = 0; step < reveal.of; step += 1) await over.cue({ cue: 'reveal-next' })
    await over.cue({ cue: 'publish' })
  }, browserLimitMs)
  afterAll(() => pages?.close())

  type Look = {
    address: string
    shows: string | RegExp
    size: BrowserContextOptions
    act?: (page: Page) => Promise<void>
  }

  async function faultsOf({ address, shows, size, act }: Look, schemes: ('light' | 'dark')[]): Promise<string[]> {
    return pages.use({ ...size, reducedMotion: 'reduce' }, async (page) => {
      await page.goto(address)
      await page.getByText(shows).first().waitFor()
      await act?.(page)
      const faults: string[] = []
      for (const [n, colorScheme] of schemes.entries()) {
        await page.emulateMedia({ colorScheme })
        const found = await findFaults(page, n === 0 ? 'wcag' : 'colours')
        faults.push(...found.map((fault) => `${colorScheme}: ${fault}`))
      }
      return faults
    })
  }

  const judge = (show: Show) => `/e/${show.event.slug}/judge#k=${show.judges[2]?.key}`
  const room = (show: Show) => `/e/${show.event.slug}`
  const lightAndDark: [string, () => Look][] = [
    ['the front door', () => ({ address: '/', shows: 'Event code', size: phoneSize })],
    [
      'the owner’s page',
      () => ({ address: `/owner#k=${server.ownerKey}`, shows: 'Set up an event', size: laptopSize }),
    ],
    ['the organiser’s page', () => ({ ...organise(setUp), shows: 'Ready for the doors', act: openRows })],
    [
      'the organiser’s page of a rehearsal',
      () => ({
        address: `/e/${rehearsed.slug}/organise#k=${rehearsed.key}`,
        shows: 'Ready for the doors',
        size: laptopSize,
        act: seeMark,
      }),
    ],
    [
      'the way in for judges of a rehearsal',
      () => ({
        address: `/e/${rehearsed.slug}/judge`,
        shows: 'Start judging',
        size: phoneSize,
        act: seeMark,
      }),
    ],
    [
      'the owner’s page with an event open',
      () => ({ address: `/owner#k=${server.ownerKey}`, shows: 'Set up an event', size: laptopSize, act: openEvent }),
    ],
    ['the organiser’s page afterwards', () => ({ ...organise(over), shows: 'The show is over', act: askWhatToForget })],
    [
      'a list of teams on its way in',
      () => ({ ...organise(setUp), shows: 'Import a list of teams', act: bringInTeams }),
    ],
    ['the room before', () => ({ address: room(setUp), shows: 'Line-up', size: phoneSize })],
    ['the room', () => ({ address: room(live), shows: 'On stage', size: phoneSize })],
    ['the room at the reveal', () => ({ address: room(revealing), shows: 'Shown so far', size: phoneSize })],
    ['the published result', () => ({ address: room(over), shows: 'Awards', size: phoneSize })],
    ['the way in for judges', () => ({ address: `${room(live)}/judge`, shows: 'Start judging', size: phoneSize })],
    ['a ballot', () => ({ address: judge(live), shows: 'How well was it shown?', size: phoneSize })],
    [
      'a half-done ballot',
      () => ({ address: judge(live), shows: 'How well was it shown?', size: phoneSize, act: tapOnce }),
    ],
    [
      'all teams on a judge’s phone',
      () => ({ address: judge(live), shows: 'teams left', size: phoneSize, act: openTeams }),
    ],
    ['a judge’s phone after the close', () => ({ address: judge(over), shows: 'Your ballots', size: phoneSize })],
    ['a team’s page', () => ({ address: team(live), shows: live.entries[1]!.team, size: phoneSize })],
    [
      'a team’s page on stage',
      () => ({ address: `${room(live)}/team#k=${live.teamKeys[0]}`, shows: 'You are on stage', size: phoneSize }),
    ],
    ['a team’s page afterwards', () => ({ address: team(over), shows: 'How the judges saw it', size: phoneSize })],
    ['a certificate', () => ({ ...take(over, 'certificate'), shows: 'Print, or save' })],
    ['the feedback to print', () => ({ ...take(over, 'feedback/print'), shows: 'Print, or save' })],
    ['the comments to read', () => ({ ...take(over, 'feedback'), shows: 'Read each before its team does' })],
    ['the review', () => ({ ...review(revealing), shows: 'The reveal has begun' })],
    ['a paper ballot being copied', () => ({ ...paper(live), shows: 'Copied from paper', act: askOnPaper })],
    ['paper ballots before the doors', () => ({ ...paper(setUp), shows: 'Scoring has not opened yet' })],
    ['a poster to print', () => ({ ...print(setUp, 'poster'), shows: 'Judges: scan to score' })],
    ['ballots to print', () => ({ ...print(setUp, 'ballots'), shows: 'Circle one number' })],
    ['the record', () => ({ address: `${room(over)}/record`, shows: 'How it came about', size: laptopSize })],
    ['the history', () => ({ ...take(over, 'history'), shows: 'What was done' })],
    ['the venue check', () => ({ address: `${room(live)}/check`, shows: 'Checked:', size: phoneSize })],
    ['the method', () => ({ address: `${room(over)}/method`, shows: 'How the scores are added up', size: phoneSize })],
  ]
  const organise = (show: Show) => ({
    address: `/e/${show.event.slug}/organise#k=${show.organiserKey}`,
    size: laptopSize,
  })
  const team = (show: Show) => `${room(show)}/team#k=${show.teamKeys[1]}`
  const take = (show: Show, page: string) => ({
    address: `${room(show)}/${page}#k=${show.organiserKey}`,
    size: phoneSize,
  })
  const review = (show: Show) => ({
    address: `${room(show)}/review#k=${show.organiserKey}`,
    size: laptopSize,
  })
  const paper = (show: Show) => ({
    address: `${room(show)}/paper#k=${show.organiserKey}`,
    size: laptopSize,
  })
  const print = (show: Show, what: string) => ({
    address: `${room(show)}/print?what=${what}#k=${show.organiserKey}`,
    size: laptopSize,
  })
  const openRows = async (page: Page) => {
    const [team, judge] = [page.locator('#teams .team-row').first(), page.locator('#judges .team-row').first()]
    await team.getByRole('button', { name: /^Open/ }).click()
    await judge.getByRole('button', { name: /^Open/ }).click()
    await judge.getByRole('button', { name: /^Show a code/ }).click()
    await judge.getByRole('img', { name: /^A code/ }).waitFor()
  }
  const askOnPaper = async (page: Page) => {
    await page.getByRole('button', { name: 'Save this ballot' }).click()
    await page.getByText('Save this ballot all the same?').waitFor()
  }
  const openEvent = async (page: Page) => {
    await page.getByRole('button', { name: 'More' }).first().click()
    await page.getByRole('button', { name: /^Delete the event/ }).click()
  }
  const askWhatToForget = async (page: Page) => {
    await page.getByText('Set up next year’s event').click()
    await page.getByText('Links that work now').click()
    await page
      .getByRole('button', { name: /^Stop this link/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^Delete the event/ }).click()
    await page.getByRole('button', { name: 'Remove the people’s data…' }).click()
  }
  const tapOnce = (page: Page) => page.getByRole('radio', { name: /^4\b/ }).first().tap()
  const bringInTeams = async (page: Page) => {
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
    await page.waitForTimeout(500)
    await page.getByRole('button', { name: /teams left/ }).tap()
    await page.getByRole('heading', { name: 'All teams' }).waitFor()
  }
  const desk = (show: Show) => ({
    address: `/present/${show.event.slug}/desk#k=${show.organiserKey}`,
    size: deskSize,
  })
  const stage = (show: Show) => ({ address: `/present/${show.event.slug}`, size: stageSize })
  const backstage = (show: Show) => ({ address: `/present/${show.event.slug}/backstage`, size: laptopSize })
  const seeMark = (page: Page) => page.getByText('Rehearsal: nothing counts').waitFor()
  const darkPages: [string, () => Look][] = [
    ['the desk before the doors', () => ({ ...desk(setUp), shows: 'Open the doors' })],
    ['the desk', () => ({ ...desk(live), shows: 'Call them on' })],
    ['the desk at the reveal', () => ({ ...desk(revealing), shows: 'Show the next' })],
    ['the stage’s welcome', () => ({ ...stage(setUp), shows: 'Welcome' })],
    ['the stage with a team', () => ({ ...stage(live), shows: 'On stage' })],
    ['the stage at the reveal', () => ({ ...stage(revealing), shows: 'place' })],
    ['the stage with the winners', () => ({ ...stage(over), shows: 'The winners' })],
    [
      'the stage of a rehearsal',
      () => ({ address: `/present/${rehearsed.slug}`, shows: 'Welcome', size: stageSize, act: seeMark }),
    ],
    [
      'the desk of a rehearsal',
      () => ({
        address: `/present/${rehearsed.slug}/desk#k=${rehearsed.key}`,
        shows: 'Running order',
        size: deskSize,
        act: seeMark,
      }),
    ],
    ['the backstage', () => ({ ...backstage(live), shows: live.entries[0]!.team })],
  ]

  it.concurrent.each(lightAndDark)('%s, in light and dark', async (_name, look) => {
    expect(await faultsOf(look(), ['light', 'dark'])).toEqual([])
  })

  it.concurrent.each(darkPages)('%s', async (_name, look) => {
    expect(await faultsOf(look(), ['dark'])).toEqual([])
  })

  it('and a page with faults is noticed, in each scheme', async () => {
    const spoil = (page: Page) =>
      page.evaluate(() => {
        const grey = document.createElement('p')
        grey.textContent = 'Neither on white nor on black'
        grey.style.color = '#777'
        grey.style.opacity = '0.5'
        document.querySelector('main')?.append(grey, document.createElement('img'))
      })
    const look = { address: '/', shows: 'Event code', size: phoneSize, act: spoil }
    const found = await faultsOf(look, ['light', 'dark'])
    expect(found.map((fault) => fault.split(' ', 2).join(' '))).toEqual([
      'light: color-contrast',
      'light: image-alt',
      'dark: color-contrast',
    ])
  })
})
