import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehearsalMark } from '../../api/http/rehearsal-mark.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { expectMark, openRehearsal, type ShownRehearsal } from './support/rehearsal-mark.ts'
import { connectBrowser } from './support/shared.ts'

describe('the mark of a rehearsal', () => {
  let browser: Browser
  let rehearsal: ShownRehearsal

  beforeAll(async () => {
    browser = await connectBrowser()
    rehearsal = await openRehearsal(browser)
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it.each(['/present/:slug', '/e/:slug/judge'])('stands on top of %s, and not on the event’s own', async (address) => {
    await expectMark(rehearsal, address)
  })

  it('appears on a screen that was open before the rehearsal', async () => {
    await rehearsal.early.getByText(rehearsalMark).waitFor()
    await rehearsal.early.getByText('Welcome').waitFor()
  })

  it('disappears with the rehearsal', async () => {
    const { show, context, slug, early } = rehearsal
    await context.request.delete(`/api/events/${show.event.slug}/rehearsal`, {
      headers: { authorization: `Bearer ${show.organiserKey}` },
    })
    await early.getByText('This event has been deleted').waitFor()
    expect(await (await context.request.get(`/e/${slug}`)).text()).not.toContain('rehearsal-mark')
  })
})
