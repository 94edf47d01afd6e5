import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LineUp } from '../../../api/schema/entry.ts'
import { ask } from '../../../web/core/api.ts'
import { jpeg } from '../../support/small-pictures.ts'
import { makeShow } from '../support/driven-show.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const csv = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

describe('an organiser who changes an event', { timeout: 120_000 }, () => {
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

  it('imports a list once, however often it is pressed and whatever the network does', async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries: [], judges: [] })
    const page = await open(`/e/${show.event.slug}/organise/teams#k=${show.organiserKey}`, laptopSize)
    const teams = page.locator('#teams')
    await page.getByText('Import a list of teams').click()
    await teams.locator('input[type=file]').setInputFiles(csv('teams.xlsx', 'PK\u0003\u0004'))
    await teams.getByText(/This is a workbook/).waitFor()
    const windows = Buffer.from(
      'Team;Project;Pitch\nD\xeetch \x80;Map;Wet\n;;nobody\nBins;Backchat;It talks\n',
      'latin1',
    )
    await teams.locator('input[type=file]').setInputFiles(csv('teams.csv', windows))
    await teams.getByText('1 row cannot be imported').waitFor()

    const route = '**/entries/many'
    await page.route(route, async (request) => {
      await request.fetch()
      await request.abort()
    })
    await teams.getByRole('button', { name: 'Add 2 teams' }).click()
    await teams.getByText(/Press again when you are online/).waitFor()
    await page.unroute(route)
    const again = teams.getByRole('button', { name: /^Add/ }).last()
    // The line-up may already have disabled the button: press it all the same.
    await again.click({ force: true })
    await teams.getByText('Dîtch €').first().waitFor()
    await page.reload()
    await page.locator('#teams tbody tr').nth(1).waitFor()
    expect(await page.locator('#teams tbody tr').allTextContents()).toHaveLength(2)

    await page.getByText('Import a list of teams').click()
    await teams
      .getByLabel(/Or paste rows/)
      .fill('Team\tProject\tPitch\nBins\tBackchat\tIt talks back\nDîtch €\tMap\tWet')
    await teams.getByText('1 row left out').waitFor()
    await teams.getByRole('checkbox', { name: /Bins/ }).check()
    await teams.getByRole('button', { name: 'Change 1' }).click()
    await teams.getByText('1 team changed').waitFor()
    const { entries } = await ask<LineUp>(show.routes['line-up'].$get({ param: show.param }))
    expect(entries.map((entry) => entry.summary)).toEqual(['Wet', 'It talks back'])
    await page.context().close()
  })

  it('sees what a new question costs, and the judge’s phone asks it', async () => {
    const show = await makeShow(server.address, server.ownerKey, {})
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    await show.score(2, 0, 4)
    const phone = await open(`/e/${show.event.slug}/judge#k=${show.judges[2]?.key}`, phoneSize)
    await phone.getByRole('button', { name: /7 teams left/ }).waitFor()

    const page = await open(`/e/${show.event.slug}/organise/questions#k=${show.organiserKey}`, laptopSize)
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByLabel('The question').last().fill('Would you show it to your mother?')
    await page.getByRole('button', { name: 'Save the questions' }).click()
    await page.getByText(/One complete ballot would become incomplete/).waitFor()
    await show.score(3, 0, 4)
    await page.getByRole('button', { name: 'Change it anyway' }).click()
    await page.getByText(/2 complete ballots would become incomplete/).waitFor()
    await page.getByRole('button', { name: 'Change it anyway' }).click()
    await page.locator('#questions').getByText('Saved', { exact: true }).waitFor()

    await phone.getByText('The questions have changed. Please look at 1 team again.').waitFor()
    // Waits for the layout: the new line moved the scale.
    await phone
      .getByRole('group', { name: /Would you show it/ })
      .locator('label')
      .nth(4)
      .tap()
    await phone
      .getByRole('contentinfo')
      .getByText(/^Saved \d/)
      .waitFor()
    await phone.getByRole('button', { name: /7 teams left/ }).waitFor()
    await phone.getByText(/The questions have changed/).waitFor({ state: 'detached' })
    await Promise.all([page.context().close(), phone.context().close()])
  })

  it('sees a team send its picture again after a lost connection', async () => {
    const show = await makeShow(server.address, server.ownerKey, { judges: [] })
    const phone = await open(`/e/${show.event.slug}/team#k=${show.teamKeys[0]}`, phoneSize)
    const chosen = { name: 'us.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) }
    await phone.getByText('One picture').waitFor()
    await phone.route('**/picture', (request) => request.abort())
    await phone.getByLabel('One picture (optional)').setInputFiles(chosen)
    await phone.getByText(/The server cannot be reached/).waitFor()
    const again = phone.getByRole('button', { name: 'Send the picture again' })
    await again.tap()
    await phone.getByText(/The server cannot be reached/).waitFor()
    await phone.unroute('**/picture')
    await again.tap()
    await phone.getByRole('img', { name: 'Your picture, as it is now' }).waitFor()
    await phone.getByText('Saved', { exact: true }).waitFor()
    expect(await again.count()).toBe(0)
    const { entries } = await ask<LineUp>(show.routes['line-up'].$get({ param: show.param }))
    expect(entries[0]?.picture).toBeTruthy()
    await phone.context().close()
  })

  it('shows a judge’s link as a code, and the phone that uses it already stays signed in', async () => {
    const show = await makeShow(server.address, server.ownerKey)
    const { judge, key } = show.judges[0]!
    const firstPhone = await open(`/e/${show.event.slug}/judge#k=${key}`, phoneSize)
    await firstPhone
      .getByText(/Welcome|colleagues/)
      .first()
      .waitFor()

    const page = await open(`/e/${show.event.slug}/organise/judges#k=${show.organiserKey}`, phoneSize)
    await page.getByRole('button', { name: new RegExp(`^Edit ${judge.name}`) }).tap()
    await page.locator('#judges').getByText('Code to scan', { exact: true }).tap()
    await page.getByRole('button', { name: `Show a code to scan for ${judge.name}` }).tap()
    await page.getByRole('img', { name: `A code that opens the ballots of ${judge.name}` }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.locator('#judges').getByText('Link', { exact: true }).last().tap()
    const link = await page.getByLabel(`Personal link for ${judge.name}`).inputValue()
    expect(link).not.toContain(key)

    const other = await open(new URL(link).pathname + new URL(link).hash, phoneSize)
    await other
      .getByText(/Welcome|colleagues/)
      .first()
      .waitFor()
    await firstPhone.reload()
    await firstPhone
      .getByText(/Welcome|colleagues/)
      .first()
      .waitFor()
    await page.locator('#judges').getByText('Code to scan', { exact: true }).tap()
    await page.getByRole('button', { name: `Hide the code for ${judge.name}` }).tap()
    await page.getByRole('img', { name: /^A code/ }).waitFor({ state: 'detached' })
  })
})
