import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awkwardEntries, awkwardJudges } from '../pictures/awkward.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'
import { type NarrowPage, narrowPhone, widthOf } from './support/shown-page.ts'

/** No content needs horizontal scrolling, however long the names are (WCAG 1.4.10). */
describe('a phone 320 px wide', () => {
  const server = sharedServer()
  let pages: PagePool
  let live: Show

  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    live = await makeShow(server.address, server.ownerKey, { entries: awkwardEntries, judges: awkwardJudges })
    await live.cue({ cue: 'open-doors' })
    await live.cue({ cue: 'next' })
  }, browserLimitMs)
  afterAll(() => pages?.close())

  const at = (show: Show) => `/e/${show.event.slug}`
  const shownPages: [string, () => NarrowPage][] = [
    ['the room', () => ({ address: at(live), words: 'Line-up' })],
    ['a ballot', () => ({ address: `${at(live)}/judge#k=${live.judges[2]?.key}`, words: 'How well was it shown?' })],
    [
      'the organiser’s tasks',
      () => ({ address: `${at(live)}/organise#k=${live.organiserKey}`, words: 'The show is on' }),
    ],
    [
      'the links to send',
      () => ({
        address: `${at(live)}/organise/links#k=${live.organiserKey}`,
        words: 'have no link yet',
        act: async (page) => {
          await page.getByRole('button', { name: /^Make \d+ links?$/ }).tap()
          await page.getByText('Show them as text').tap()
        },
      }),
    ],
  ]

  it.each(shownPages)('shows %s without horizontal scrolling', async (_name, shownPage) => {
    expect(await widthOf(pages, shownPage())).toBe(narrowPhone.viewport.width)
  })
})
