import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Event } from '../../../api/schema/event.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const startsAt = '2026-06-20T14:30:00Z'
const warning = 'This laptop’s clock shows New York time. All times here are UK time.'
const usual = { viewport: { width: 1280, height: 720 }, locale: 'en-GB' }
let browser: Browser
let show: Show
beforeAll(async () => {
  browser = await connectBrowser()
  const { address, ownerKey } = sharedServer()
  show = await makeShow(address, ownerKey, { judges: [], event: { startsAt, timeZone: 'Europe/London' } })
}, browserLimitMs)
afterAll(() => browser?.close())

async function openOrganised(timezoneId: string): Promise<Page> {
  const context = await browser.newContext({ ...usual, baseURL: sharedServer().address, timezoneId })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`/e/${show.event.slug}/organise/event#k=${show.organiserKey}`)
  await page.getByText('More: time zone').click()
  return page
}

it('a laptop in New York shows UK time on every page, and its desk and venue check warn', async () => {
  const page = await openOrganised('America/New_York')
  expect(await page.getByLabel('Date and time').first().inputValue()).toBe('2026-06-20T15:30')
  await page.getByRole('link', { name: 'Before', exact: true }).click()
  await page.getByText(/20 June 2026, 15:30 UK time/).waitFor()
  await page.goto(`/e/${show.event.slug}`)
  await page.getByText('Starts at 15:30 UK time').waitFor()
  await page.goto(`/present/${show.event.slug}/desk`)
  await page.getByText(warning).waitFor()
  await page.getByText(/^\d\d:\d\d UK time$/).waitFor()
  await show.cue({ cue: 'open-doors' })
  await show.cue({ cue: 'next' })
  await show.cue({ cue: 'break', untilAt: new Date(Date.now() + 600_000).toISOString() })
  await page.goto(`/present/${show.event.slug}/backstage`)
  await page.getByText(/^Break until \d\d:\d\d · UK time$/).waitFor()
  await page.goto(`/present/${show.event.slug}`)
  await page.getByText(/^Times are UK time \((GMT|BST)\)\.$/).waitFor()
  await page.goto(`/e/${show.event.slug}/check`)
  await page.getByText('This device’s clock shows New York time. All times here are UK time.').waitFor()
  await page.context().close()
})

it('a laptop in London has no warning, and saves the typed start as the new zone’s wall time', async () => {
  const page = await openOrganised('Europe/London')
  await page.goto(`/present/${show.event.slug}/desk`)
  await page.getByText(/^\d\d:\d\d UK time$/).waitFor()
  expect(await page.getByText('laptop’s clock shows').count()).toBe(0)
  await page.goto(`/e/${show.event.slug}/organise/event`)
  await page.getByText('More: time zone').click()
  const zone = page.getByLabel('Time zone')
  await zone.fill('Europe/Atlantis')
  await page.getByRole('button', { name: 'Save the event' }).click()
  await page.getByText('There is no such time zone. A name looks like Europe/London').waitFor()
  await zone.fill('Europe/Paris')
  await page.getByRole('button', { name: 'Save the event' }).click()
  await page.locator('#event').getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Before', exact: true }).click()
  await page.getByText(/20 June 2026, 15:30 Paris time/).waitFor()
  const { event } = await ask<{ event: Event }>(show.routes.$get({ param: show.param }))
  expect(event.startsAt).toBe('2026-06-20T13:30:00.000Z')
  await page.context().close()
})
