import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Challenge } from '../../../api/schema/judging/challenge.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { browserLimitMs, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

describe('the phone of a judge of a challenge', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey, {
      judges: [{ name: 'Ann Grant' }, { name: 'Bo Data' }],
    })
    const [both, only] = show.judges.map(({ judge }) => judge.id)
    const challenge = {
      ...{ name: 'Open data', givenBy: 'Data Mill', judgeIds: [both!, only!], entryIds: [show.entries[1]!.id] },
      criteria: [{ name: 'How open is the data?', min: 1, max: 5 }],
    }
    const json = { challenges: [challenge], challengeOnlyIds: [only!] }
    await ask<{ challenges: Challenge[] }>(show.routes.challenges.$put({ param: show.param, json }))
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function openJudge(n: number, width = phoneSize.viewport.width): Promise<Page> {
    const viewport = { ...phoneSize.viewport, width }
    const context = await browser.newContext({
      ...{ ...phoneSize, viewport, baseURL: server.address, reducedMotion: 'reduce' },
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`/e/${show.event.slug}/judge#k=${show.judges[n]!.key}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page
  }
  const heading = (page: Page, n: number) =>
    page.getByRole('heading', { level: 1, name: show.entries[n]!.team }).waitFor()
  const questions = (page: Page) => page.locator('[data-scale] legend').allTextContents()
  const answer = (page: Page, question: string) =>
    page.getByRole('group', { name: question }).getByRole('radio', { name: /^4\b/ }).tap()

  it('asks its question for the teams that take part, and a judge of challenges only nothing else', async () => {
    const rubric = show.event.criteria.map(({ name }) => name)
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'call', entryId: show.entries[0]!.id })
    const [both, only] = [await openJudge(0), await openJudge(1, 320)]
    await heading(both, 0)
    await heading(only, 0)
    await expect.poll(() => questions(both)).toEqual(rubric)
    await only.getByText('You do not score this team.').waitFor()
    expect(await questions(only)).toEqual([])
    expect(await only.getByText('That is everything for this team').count()).toBe(0)
    expect(await only.getByRole('button', { name: /Step aside/ }).count()).toBe(0)
    expect(await findFaults(only)).toEqual([])

    await show.cue({ cue: 'call', entryId: show.entries[1]!.id })
    await heading(both, 1)
    await heading(only, 1)
    await expect.poll(() => questions(both)).toEqual([...rubric, 'How open is the data?'])
    await both.getByText('For “Open data”.').waitFor()
    await expect.poll(() => questions(only)).toEqual(['How open is the data?'])
    expect(await findFaults(only)).toEqual([])
    await answer(only, 'How open is the data?')
    await only.getByText(/^Saved \d\d:\d\d/).waitFor()
    await only.getByText('That is everything for this team.').waitFor()
    for (const question of rubric) await answer(both, question)
    await both.getByText('1 question left for this team').waitFor()
    await answer(both, 'How open is the data?')
    await both.getByText('That is everything for this team.').waitFor()

    await only.getByRole('button', { name: 'All teams scored' }).tap()
    await only.getByRole('heading', { name: 'All teams' }).waitFor()
    expect(await only.locator('.rows li').count()).toBe(1)
    await only.getByText('1 of 1 seen so far').waitFor()
  })

  it('asks it as soon as the organiser adds a team, while the judge has the ballot open', async () => {
    const [both] = show.judges.map(({ judge }) => judge.id)
    await show.cue({ cue: 'call', entryId: show.entries[2]!.id })
    const page = await openJudge(0)
    await heading(page, 2)
    await answer(page, show.event.criteria[0]!.name)
    const { challenges } = await ask<{ challenges: Challenge[] }>(show.routes.challenges.$get({ param: show.param }))
    const added = challenges.map((challenge) => ({
      ...challenge,
      entryIds: [...challenge.entryIds, show.entries[2]!.id],
    }))
    expect(added[0]!.judgeIds).toContain(both)
    await ask(show.routes.challenges.$put({ param: show.param, json: { challenges: added } }))
    await expect.poll(() => questions(page)).toContain('How open is the data?')
    const first = page.getByRole('group', { name: show.event.criteria[0]!.name }).getByRole('radio', { checked: true })
    await first.waitFor()
    await answer(page, 'How open is the data?')
    await page.getByText(/^Saved \d\d:\d\d/).waitFor()
    // A judge of challenges only may have the ballot of another team opened by its code.
    const only = await openJudge(1)
    await heading(only, 2)
    await expect.poll(() => questions(only)).toEqual(['How open is the data?'])
  })
})
