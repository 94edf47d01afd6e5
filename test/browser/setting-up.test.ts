import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { devpostExport, eventbriteExport } from '../support/exports.ts'
import { browserLimitMs, phoneSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const csv = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

describe('an organiser', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function open(address: string, size: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(address)
    return page
  }

  async function openTask(page: Page, name: string) {
    await page.getByRole('link', { name: 'Before', exact: true }).tap()
    await page.getByRole('link', { name, exact: true }).first().tap()
    await page.locator('main h2:focus').waitFor()
  }

  it('sets an event up on a phone, from the owner’s link to the open doors, with two files and a ready-made rubric', async () => {
    const page = await open(`/owner#k=${server.ownerKey}`, phoneSize)
    await page.getByLabel('Name of the event').fill('Makers’ day')
    await page.getByRole('button', { name: 'Set up the event' }).tap()
    await page.getByRole('link', { name: 'Teams', exact: true }).first().tap()
    await page.locator('#teams-title:focus').waitFor()

    await page.getByText('Import a list of teams').tap()
    await page.locator('#teams input[type=file]').setInputFiles(csv('projects.csv', devpostExport(12)))
    await page.getByText('This is Devpost’s project export.').waitFor()
    await page.getByRole('button', { name: 'Add 12 teams' }).tap()
    await page.getByText('12 teams added').waitFor()

    await openTask(page, 'Judges')
    await page.getByText('Import a list of judges').tap()
    await page.locator('#judges input[type=file]').setInputFiles(csv('attendees.csv', eventbriteExport(15)))
    await page.getByText('This is Eventbrite’s attendee export.').waitFor()
    await page.getByRole('button', { name: 'Add 15 judges' }).tap()
    await page.getByText('15 judges added').waitFor()

    await openTask(page, 'Questions')
    await page.getByText('Start from a ready-made rubric').tap()
    await page.getByLabel(/Making a service better/).tap()
    await page.getByRole('button', { name: 'Use these questions' }).tap()
    await page.getByRole('button', { name: 'Save the questions' }).tap()
    await page.locator('#questions').getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Before', exact: true }).tap()
    await page.getByText('Ready for the doors to open').waitFor()
    await page.getByRole('link', { name: 'On the day', exact: true }).tap()
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Open the desk' }).tap()
    const desk = await opened
    await desk.getByRole('button', { name: /Open the doors/ }).tap()
    await desk.getByRole('button', { name: /Open the doors/ }).waitFor({ state: 'detached' })
    await page.context().close()
  })
})
