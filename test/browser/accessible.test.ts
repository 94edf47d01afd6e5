import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, laptopSize, phoneSize } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'
import {
  backstagePage,
  deskPage,
  faultsOf,
  judgePage,
  makeLiveShow,
  makePublishedShow,
  organiserPage,
  roomAddress,
  type ShownPage,
  stagePage,
  teamPage,
} from './support/shown-page.ts'

describe('the main pages of each role pass axe', () => {
  const server = sharedServer()
  let pages: PagePool
  let setUp: Show
  let live: Show
  let over: Show

  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    setUp = await makeShow(server.address, server.ownerKey)
    live = await makeLiveShow(server)
    over = await makePublishedShow(server)
  }, browserLimitMs)
  afterAll(() => pages?.close())

  const makeLinks = async (page: Page) => {
    await page.getByRole('button', { name: /^Make \d+ links?$/ }).click()
    await page.getByText('Show them as text').click()
  }
  const scoreOnce = (page: Page) => page.getByRole('radio', { name: /^4\b/ }).first().tap()
  const lightAndDark: [string, () => ShownPage][] = [
    [
      'the owner’s page',
      () => ({ address: `/owner#k=${server.ownerKey}`, words: 'Set up an event', size: laptopSize }),
    ],
    ['the organiser’s tasks', () => ({ ...organiserPage(setUp, 'organise'), words: 'Ready for the doors' })],
    [
      'the organiser’s links to send',
      () => ({ ...organiserPage(setUp, 'organise/links'), words: 'have no link yet', act: makeLinks }),
    ],
    ['the room', () => ({ address: roomAddress(live), words: 'On stage', size: phoneSize })],
    ['the published result', () => ({ address: roomAddress(over), words: 'Awards', size: phoneSize })],
    ['the form for judges', () => ({ address: `${roomAddress(live)}/judge`, words: 'Start judging', size: phoneSize })],
    ['a half-done ballot', () => ({ ...judgePage(live), words: 'How well was it shown?', act: scoreOnce })],
    ['a team’s page on stage', () => ({ ...teamPage(live, 0), words: 'You are on stage' })],
  ]
  const dark: [string, () => ShownPage][] = [
    ['the desk', () => ({ ...deskPage(live), words: 'Call them on' })],
    ['the stage with a team', () => ({ ...stagePage(live), words: 'On stage' })],
    ['the backstage page', () => ({ ...backstagePage(live), words: live.entries[0]!.team })],
  ]

  it.concurrent.each(lightAndDark)('%s, in light and dark', async (_name, shownPage) => {
    expect(await faultsOf(pages, shownPage(), ['light', 'dark'])).toEqual([])
  })

  it.concurrent.each(dark)('%s', async (_name, shownPage) => {
    expect(await faultsOf(pages, shownPage(), ['dark'])).toEqual([])
  })

  it('and a page with faults is noticed, in each scheme', async () => {
    const addFaults = (page: Page) =>
      page.evaluate(() => {
        const grey = document.createElement('p')
        grey.textContent = 'Neither on white nor on black'
        grey.style.color = '#777'
        grey.style.opacity = '0.5'
        document.querySelector('main')?.append(grey, document.createElement('img'))
      })
    const shownPage = { address: '/', words: 'Event code', size: phoneSize, act: addFaults }
    const found = await faultsOf(pages, shownPage, ['light', 'dark'])
    expect(found.map((fault) => fault.split(' ', 2).join(' '))).toEqual([
      'light: color-contrast',
      'light: image-alt',
      'dark: color-contrast',
    ])
  })
})
