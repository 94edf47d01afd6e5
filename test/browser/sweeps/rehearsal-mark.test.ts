import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages } from '../../../api/rules/pages.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { expectMark, openRehearsal, type ShownRehearsal } from '../support/rehearsal-mark.ts'
import { connectBrowser } from '../support/shared.ts'

const addresses = Object.values(pages)
  .map(({ address }) => address)
  .filter((address) => address.includes(':slug'))

/** Every screen of a rehearsal must show that nothing counts; a new page is covered automatically. */
describe('the mark of a rehearsal', () => {
  let browser: Browser
  let rehearsal: ShownRehearsal

  beforeAll(async () => {
    browser = await connectBrowser()
    rehearsal = await openRehearsal(browser)
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it('is on every page that has an event', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(13)
  })

  it.each(addresses)(
    'stands on top of %s, however far that is scrolled, and not on the event’s own',
    async (address) => {
      await expectMark(rehearsal, address)
    },
  )
})
