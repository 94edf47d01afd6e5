import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEntries, createProfiles } from '../../../../api/rehearsal/judges/profiles.ts'
import type { Entry } from '../../../../api/schema/entry.ts'
import type { Judge } from '../../../../api/schema/judge.ts'
import { ask } from '../../../../web/core/api.ts'
import { makeShow, type Show } from '../../support/driven-show.ts'
import { press, tabTo } from '../../support/keyboard.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../../support/shared.ts'

const long = 'The Association of Very Thorough Local Authorities and Friends of Llanfairpwllgwyngyllgoge'
const urdu = 'ہمارا محلہ'

describe('teams and judges, each in a table with its editor beside it,', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function open(show: Show, task: 'teams' | 'judges', size: BrowserContextOptions = laptopSize): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/organise/${task}#k=${show.organiserKey}`)
    await page.locator(`#${task}`).waitFor()
    return page
  }
  const teams = (page: Page) => page.locator('#teams')
  const judges = (page: Page) => page.locator('#judges')
  const row = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Edit ${name}`) })
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 3, name, exact: true })
  const editor = (page: Page, name: string) => page.getByRole('form', { name: `Words of ${name}` })
  const make = (teamCount: number) =>
    makeShow(server.address, server.ownerKey, {
      entries: createEntries(teamCount),
      judges: createProfiles(6, 1),
    })
  const listEntries = async (show: Show) =>
    (await ask<{ entries: Entry[] }>(show.routes['line-up'].$get({ param: show.param }))).entries

  it('keep what was typed when another laptop changes the same team, and show its change', async () => {
    const show = await make(3)
    const [{ id, team }] = show.entries as [Entry]
    const page = await open(show, 'teams')
    await row(page, team).click()
    await heading(page, team).waitFor()
    await editor(page, team).getByLabel('Team', { exact: true }).fill('Typed here')
    const change = (json: object) => ask(show.routes.entries[':id'].$patch({ param: { ...show.param, id }, json }))
    await change({ team: 'Typed there', summary: 'Written there' })
    const there = editor(page, 'Typed there')
    await there.getByText(/The team was changed on another laptop: “Typed there”/).waitFor()
    expect(await there.getByLabel('Team', { exact: true }).inputValue()).toBe('Typed here')
    expect(await there.getByLabel(/^Pitch/).inputValue()).toBe('Written there')
    await there.getByRole('button', { name: 'Save the team' }).click()
    await row(page, 'Typed here').waitFor()
    expect((await listEntries(show))[0]).toMatchObject({ team: 'Typed here', summary: 'Written there' })

    const saved = editor(page, 'Typed here')
    await saved.getByLabel('Team', { exact: true }).fill('Once more')
    await change({ team: 'There again' })
    await page.getByRole('button', { name: /^Use theirs/ }).click()
    expect(await page.getByLabel('Team', { exact: true }).last().inputValue()).toBe('There again')
    await page.getByText('Not saved yet').first().waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('keep what was typed while another row is open, and while the network is cut', async () => {
    const show = await make(3)
    const [first, second] = show.entries.map(({ team }) => team) as [string, string]
    const page = await open(show, 'teams')
    await row(page, first).click()
    await editor(page, first).getByLabel('What they made').fill(`${urdu} ${long}`)
    await page.getByText(/^Table, times/).click()
    await page.getByLabel('Table', { exact: true }).fill('B 12')
    await row(page, second).click()
    await heading(page, second).waitFor()
    await row(page, first).click()
    expect(await page.getByLabel('Table', { exact: true }).first().inputValue()).toBe('B 12')
    const typed = editor(page, first).getByLabel('What they made')
    expect(await typed.inputValue()).toBe(`${urdu} ${long}`)

    await page.context().setOffline(true)
    await editor(page, first).getByRole('button', { name: 'Save the team' }).click()
    await page.getByText(/Nothing is lost: everything you typed is still here/).waitFor()
    await page.context().setOffline(false)
    await editor(page, first).getByRole('button', { name: 'Save the team' }).click()
    await editor(page, first).getByText('Saved', { exact: true }).waitFor()
    expect((await listEntries(show))[0]!.title).toBe(`${urdu} ${long}`)
    await page.context().close()
  })

  it('add one after the other with Enter, one at a time, and ask before a name is added twice', async () => {
    const show = await makeShow(server.address, server.ownerKey, { entries: [], judges: [] })
    const page = await open(show, 'teams')
    await page.getByLabel('Team', { exact: true }).focus()
    for (const name of ['Bins', urdu]) {
      await page.keyboard.insertText(name)
      await page.keyboard.press('Tab')
      await page.keyboard.insertText('A map')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await row(page, name).waitFor()
      await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('team')
    }
    expect((await listEntries(show)).map(({ team }) => team)).toEqual(['Bins', urdu])
    const form = page.getByRole('form', { name: 'Add a team' })
    await form.getByLabel('Team', { exact: true }).fill(' bins')
    await form.getByLabel('What they made').fill('Another')
    await page.keyboard.press('Enter')
    await form.getByText(/“bins” is on the list already/).waitFor()
    expect(await listEntries(show)).toHaveLength(2)
    await page.keyboard.press('Enter')
    await form.getByText(/is in the line-up/).waitFor()
    expect(await listEntries(show)).toHaveLength(3)
    await page.context().close()
  })

  it('name a team that another laptop removed, and keep what was typed until it is closed', async () => {
    const show = await make(3)
    const { id, team } = show.entries[0]!
    const page = await open(show, 'teams')
    await row(page, team).click()
    await editor(page, team).getByLabel('What they made').fill('Typed here')
    await ask(show.routes.entries[':id'].$delete({ param: { ...show.param, id }, query: {} }))
    await page.getByText(/Another laptop has removed this/).waitFor()
    expect(await editor(page, team).getByLabel('What they made').inputValue()).toBe('Typed here')
    await page.getByRole('button', { name: `Close ${team}` }).click()
    await expect
      .poll(() => page.locator('#teams-title').evaluate((title) => title === document.activeElement))
      .toBe(true)
    expect(await editor(page, team).count()).toBe(0)
    await page.context().close()
  })

  it('are opened, changed, moved and closed by keyboard alone', async () => {
    const show = await make(3)
    const [first, second] = show.entries.map(({ team }) => team) as [string, string]
    const page = await open(show, 'teams')
    await row(page, second).focus()
    await tabTo(page, `${second} earlier`)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await listEntries(show))[0]!.team).toBe(second)
    await row(page, first).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page, first).evaluate((h) => h === document.activeElement)).toBe(true)
    await press(page, /^Table, times/)
    await tabTo(page, /^Table$/)
    await page.keyboard.insertText('B 12')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await listEntries(show))[1]!.table).toBe('B 12')
    await page.getByRole('button', { name: `Close ${first}` }).press('Enter')
    await expect.poll(() => row(page, first).evaluate((b) => b === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('change a judge, who steps out, comes back, and is taken off the panel', async () => {
    const show = await make(2)
    const { judge } = show.judges[0]!
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    await show.score(0, 0, 4)
    const page = await open(show, 'judges', phoneSize)
    const state = async () => {
      const answer = await ask<{ judges: Judge[] }>(show.routes.judges.$get({ param: show.param }))
      const { name, status, away } = answer.judges.find(({ id }) => id === judge.id)!
      return [name, status, away]
    }
    await row(page, judge.name).tap()
    await judges(page).getByLabel('Name', { exact: true }).last().fill(long.slice(0, 80))
    await page.getByRole('button', { name: 'Save the judge' }).tap()
    await heading(page, long.slice(0, 80)).waitFor()
    await page.getByRole('button', { name: 'They have stepped out' }).tap()
    await page.getByRole('button', { name: 'They are back' }).waitFor()
    expect(await state()).toEqual([long.slice(0, 80), 'admitted', true])
    await page.getByRole('button', { name: 'They are back' }).tap()
    await page.getByRole('button', { name: /^Take off the panel/ }).tap()
    await page.getByRole('button', { name: 'Take them off' }).tap()
    await page.getByRole('button', { name: 'Put back on the panel' }).waitFor()
    expect(await state()).toEqual([long.slice(0, 80), 'removed', false])
    await page.context().close()
  })

  it('hold sixty teams in a table that scrolls under its heading', async () => {
    const show = await make(60)
    const page = await open(show, 'teams')
    expect(await teams(page).locator('tbody tr').count()).toBe(60)
    const height = () => teams(page).evaluate((section) => section.getBoundingClientRect().height)
    expect(await height()).toBeLessThan(1400)
    await row(page, show.entries[59]!.team).scrollIntoViewIfNeeded()
    expect(await teams(page).getByText('Picture', { exact: true }).first().isVisible()).toBe(true)
    await row(page, show.entries[59]!.team).click()
    await heading(page, show.entries[59]!.team).waitFor()
    expect(await height()).toBeLessThan(1400)
    await page.context().close()
  })
})
