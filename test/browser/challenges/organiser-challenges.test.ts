import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '../../../api/schema/event.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `Project ${n + 1}`, team: `Team ${n + 1}` }))
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `Judge ${n + 1}`, role: 'Councillor', organisation: 'Fen' }))

describe('the organiser’s challenges', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function organise(show: Show, size: BrowserContextOptions = laptopSize): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/organise/challenges#k=${show.organiserKey}`)
    await page.getByRole('heading', { name: 'Challenges' }).waitFor()
    return page
  }
  const section = (page: Page) => page.locator('#challenges')
  const saved = (page: Page) => section(page).getByText('Saved', { exact: true }).waitFor()
  const stored = async (show: Show) => (await ask<{ event: Event }>(show.routes.$get({ param: show.param }))).event
  async function type(page: Page, label: string | RegExp, text: string) {
    await tabTo(page, label)
    await page.keyboard.insertText(text)
  }

  it('are added by keyboard alone, with sixty teams and forty judges to choose from', async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries: many(60), judges: people(40) })
    const page = await organise(show)
    await section(page).getByRole('heading', { name: 'Challenges' }).focus()
    await press(page, 'Add a challenge')
    await page.keyboard.insertText('Open data')
    await type(page, /^Given by/, 'Data Mill')
    await tabTo(page, 'No judge yet')
    await page.keyboard.press('Enter')
    await type(page, 'Find a judge', 'judge 37')
    await tabTo(page, /^Judge 37/)
    await page.keyboard.press('Space')
    await tabTo(page, 'No team yet')
    await page.keyboard.press('Enter')
    await type(page, 'Find a team', 'Project 2')
    await press(page, 'Choose all 11')
    await press(page, 'Add a question of its own')
    await page.keyboard.insertText('How open is it?')
    await tabTo(page, 'Highest score')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('1')
    await press(page, 'Save the challenges')
    await section(page).getByText('The highest score must be above the lowest').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('10')
    await tabTo(page, 'Nobody: every judge')
    await page.keyboard.press('Enter')
    await tabTo(page, /^Judge 37/)
    await page.keyboard.press('Space')
    await press(page, 'Save the challenges')
    await saved(page)
    const [challenge] = (await stored(show)).challenges
    expect(challenge).toMatchObject({ name: 'Open data', givenBy: 'Data Mill', criteria: [{ max: 10 }] })
    expect(challenge!.judgeIds).toEqual([show.judges[36]!.judge.id])
    expect(challenge!.entryIds).toHaveLength(11)
    expect(await findFaults(page, 'wcag and best practice')).toEqual([])
    await page.context().close()
  })

  it('of two laptops are both stored, and a name that is there already is refused at its field', async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries: many(3), judges: people(3) })
    const [first, second] = [await organise(show), await organise(show)]
    async function addNew(page: Page, name: string) {
      await section(page).getByRole('button', { name: 'Add a challenge' }).click()
      await page.keyboard.insertText(name)
    }
    const save = (page: Page) => section(page).getByRole('button', { name: 'Save the challenges' }).dblclick()
    await addNew(second, 'OPEN data')
    await addNew(first, 'Open data')
    await save(first)
    await saved(first)
    await save(second)
    await section(second).getByText('Another challenge has this name').waitFor()
    expect((await stored(show)).challenges.map(({ name }) => name)).toEqual(['Open data'])
    await second.keyboard.press('ControlOrMeta+A')
    await second.keyboard.insertText('Kindness')
    await save(second)
    await saved(second)
    expect((await stored(show)).challenges.map(({ name }) => name).sort()).toEqual(['Kindness', 'Open data'])
    for (const page of [first, second])
      await section(page).getByText('Kindness').or(section(page).getByText('Open data')).first().waitFor()
    await section(second).getByText('Open data').first().waitFor()
    for (const page of [first, second]) await page.context().close()
  })

  it('show their cost once judges have scored, and change only when it is accepted', async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries: many(3), judges: people(3) })
    const json = {
      challenges: [
        { name: 'Open data', judgeIds: show.judges.map(({ judge }) => judge.id), entryIds: [show.entries[0]!.id] },
      ],
    }
    await ask(show.routes.challenges.$put({ param: show.param, json }))
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    await show.score(0, 0, 4)
    const page = await organise(show, phoneSize)
    await section(page).getByText('Judges have scored. You can still improve the words').waitFor()
    await section(page).getByText('Open data').first().tap()
    await section(page).getByRole('button', { name: 'Add a question of its own' }).tap()
    await section(page).getByLabel('The question').fill('How open is it?')
    await section(page).getByRole('button', { name: 'Save the challenges' }).tap()
    await section(page).getByText('One complete ballot would become incomplete').waitFor()
    await page.keyboard.press('Escape')
    await section(page).getByRole('button', { name: 'Save the challenges' }).tap()
    await section(page).getByRole('button', { name: 'Change it anyway' }).tap()
    await saved(page)
    expect((await stored(show)).challenges[0]!.criteria).toHaveLength(1)
    await show.cue({ cue: 'close-scoring' })
    await section(page).getByText('Scoring has closed. You can still change the words').waitFor()
    await section(page).getByLabel('Given by (optional)').fill('Data Mill')
    await section(page).getByRole('button', { name: 'Save the challenges' }).tap()
    await saved(page)
    expect((await stored(show)).challenges[0]!.givenBy).toBe('Data Mill')
    expect(await section(page).getByRole('button', { name: 'Add' }).count()).toBe(0)
    await page.context().close()
  })

  it('stand in the order of the reveal, which the organiser changes by keyboard', async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries: many(3), judges: people(3) })
    await ask(show.routes.challenges.$put({ param: show.param, json: { challenges: [{ name: 'Open data' }] } }))
    const page = await organise(show)
    await page.getByRole('link', { name: 'Before', exact: true }).click()
    await page.getByRole('link', { name: 'Awards', exact: true }).click()
    const awards = page.locator('#awards')
    await awards.getByRole('button', { name: 'Open data down' }).focus()
    await page.keyboard.press('Enter')
    await awards.getByText('One award a team').click()
    await awards.getByRole('button', { name: 'Save the awards' }).click()
    await awards.getByText('Saved', { exact: true }).waitFor()
    const event = await stored(show)
    expect(event.oneAwardPerTeam).toBe(true)
    expect(event.awardOrder).toEqual(['places', `challenge-${event.challenges[0]!.id}`])
    await page.context().close()
  })
})
