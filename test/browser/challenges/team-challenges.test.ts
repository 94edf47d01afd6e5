import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '../../../api/schema/event.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { tabTo } from '../support/keyboard.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const entries = [
  { title: 'Backchat', team: 'Bins' },
  { title: 'Map', team: 'Ditch' },
]
const challenges = [
  { name: 'Open data', givenBy: 'Data Mill', description: 'What a street can learn.' },
  { name: 'Rural' },
]

describe('the challenges of a team', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const makeChallenged = async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries })
    await ask(show.routes.challenges.$put({ param: show.param, json: { challenges } }))
    const stored = async () => (await ask<{ event: Event }>(show.routes.$get({ param: show.param }))).event.challenges
    return { show, stored }
  }

  it('are chosen on its own page by keyboard, until judges have scored', async () => {
    const { show, stored } = await makeChallenged()
    const context = await browser.newContext({ ...phoneSize, baseURL: server.address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/team#k=${show.teamKeys[0]}`)
    const form = page.getByRole('form', { name: 'Challenges' })
    await form.getByText('given by Data Mill').waitFor()
    await tabTo(page, /^Open data/)
    await page.keyboard.press('Space')
    await tabTo(page, 'Save your challenges')
    await page.keyboard.press('Enter')
    await form.getByText('Saved', { exact: true }).waitFor()
    expect((await stored()).map(({ entryIds }) => entryIds)).toEqual([[show.entries[0]!.id], []])
    expect(await findFaults(page)).toEqual([])

    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    await show.score(0, 0, 4)
    await form.getByLabel('Rural').check()
    await form.getByRole('button', { name: 'Save your challenges' }).tap()
    await form.getByText('Judges have started to score').waitFor()
    expect(await form.getByLabel('Rural').isChecked()).toBe(false)
    expect(await form.getByLabel(/^Open data/).isDisabled()).toBe(true)
    await show.cue({ cue: 'close-scoring' })
    await form.getByText('Scoring has closed, so your challenges stay as they are.').waitFor()
    await context.close()
  })

  it('come with an imported list, whose preview names what is no challenge', async () => {
    const { show, stored } = await makeChallenged()
    const context = await browser.newContext({ ...laptopSize, baseURL: server.address })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/organise/teams#k=${show.organiserKey}`)
    const teams = page.locator('#teams')
    await page.getByText('Import a list of teams').click()
    await teams
      .getByLabel(/^Or paste rows/)
      .fill('Team,Title,Opt-In Prizes\nDamp,Detectives,"OPEN DATA, Best hat"\nBins,Backchat,rural')
    await teams.getByText('names the prize “Best hat”, which is not a challenge of this event').waitFor()
    await teams.getByText('challenges: “Open data”').waitFor()
    await teams.getByLabel(/^Bins.*Challenges: Rural/s).check()
    await teams.getByRole('button', { name: /^Add 1 team/ }).click()
    await teams.getByText('1 team added, 1 changed').waitFor()
    expect((await stored()).map(({ entryIds }) => entryIds.length)).toEqual([1, 1])
    await page.getByRole('link', { name: 'Before', exact: true }).click()
    await page.getByRole('link', { name: 'Challenges' }).click()
    await page.locator('#challenges').getByText('no judge yet · 1 team').first().waitFor()
    await context.close()
  })
})
