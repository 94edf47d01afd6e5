import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../web/core/api.ts'
import { taskPages } from '../../../web/organise/tasks/task-list.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const teams = Array.from({ length: 12 }, (_, n) => ({
  title: n === 3 ? 'A map of every ditch in the county, with who clears it, and when it was last cleared' : `Map ${n}`,
  team: n === 2 ? 'بلدیاتی خدمات کی ٹیم' : `Team ${n + 1}`,
  summary: 'It shows what a resident needs to know, on one page, in plain words.',
  members: ['Ann', 'Bashir'],
}))
const judges = Array.from({ length: 8 }, (_, n) => ({
  name: `Judge ${n + 1}`,
  role: 'Councillor',
  organisation: 'Leeds',
}))
const question = (n: number) => ({
  ...{ name: `Is it good in respect number ${n}?`, description: 'Think of a resident.', min: 1, max: 5 },
  levels: { 1: 'Not yet', 3: 'Fairly', 5: 'Very' },
})

describe('the organiser’s pages', { timeout: 240_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  let before: Show
  let after: Show

  async function makeFull(): Promise<Show> {
    const show = await makeShow(server.address, server.ownerKey, { entries: teams, judges: judges as never })
    await ask(show.routes.rubric.$put({ param: show.param, json: { criteria: [1, 2, 3, 4, 5].map(question) } }))
    const [first] = show.judges
    const challenges = ['Open data', 'Rural', 'Kindness'].map((name, n) => ({
      ...{ name, judgeIds: [first!.judge.id], entryIds: show.entries.slice(n * 3, n * 3 + 3).map(({ id }) => id) },
    }))
    await ask(show.routes.challenges.$put({ param: show.param, json: { challenges } }))
    const { event } = await ask<{ event: Show['event'] }>(show.routes.$get({ param: show.param }))
    show.event.criteria = event.criteria
    return show
  }

  beforeAll(async () => {
    browser = await connectBrowser()
    before = await makeFull()
    after = await makeFull()
    await after.cue({ cue: 'open-doors' })
    for (const [entry] of teams.entries()) {
      await after.cue({ cue: 'next' })
      for (const [judge] of judges.entries())
        await after.score(judge, entry, 1 + ((entry + judge) % 5), judge % 3 === 0 ? 'Well told, and useful.' : '')
    }
    await after.cue({ cue: 'close-scoring' })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function open(show: Show, path: string, size = laptopSize): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/${path}#k=${show.organiserKey}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    return page
  }

  const homes = ['before', 'on-the-day', 'after']
  const others = ['review', 'feedback', 'history', 'print', 'check', 'paper']
  it('is about a screen each: at most 1,400 px high at 1440 × 900, with twelve teams', async () => {
    const tooHigh: string[] = []
    for (const [name, show] of Object.entries({ before, after })) {
      const page = await open(show, 'organise', { viewport: { width: 1440, height: 900 } })
      const addresses = [...homes, ...taskPages.map(({ id }) => id)].map((id) => `organise/${id}`)
      for (const path of [...addresses, ...others]) {
        await page.goto(`/e/${show.event.slug}/${path}`)
        await page.locator('h2, h3').first().waitFor()
        await page.waitForLoadState('networkidle')
        const height = await page.evaluate(() => document.documentElement.scrollHeight)
        if (height > 1400) tooHigh.push(`${name} ${path}: ${height} px`)
      }
      await page.context().close()
    }
    expect(tooHigh).toEqual([])
  })

  /** What to do, the presses from the home, and what is then there to do it with. */
  const tasks: [string, 'before' | 'after', string[], (page: Page) => ReturnType<Page['locator']>][] = [
    ['change the start', 'before', ['Event'], (page) => page.getByLabel('Date and time')],
    ['add a team', 'before', ['Teams'], (page) => page.getByRole('button', { name: 'Add the team' })],
    ['correct a team', 'before', ['Teams', 'Edit Team 1'], (page) => page.getByLabel('What they made').last()],
    ['say who can judge', 'before', ['Judges'], (page) => page.getByLabel('Who can judge')],
    [
      'import judges',
      'before',
      ['Judges', 'Import a list of judges'],
      (page) => page.getByLabel(/^Or paste rows/).last(),
    ],
    ['write a question', 'before', ['Questions'], (page) => page.getByRole('button', { name: 'Add a question' })],
    ['choose the places', 'before', ['Awards'], (page) => page.getByLabel('How many places to announce')],
    [
      'add a prize',
      'before',
      ['Prizes you give yourselves'],
      (page) => page.getByRole('button', { name: 'Add a prize' }),
    ],
    ['add a challenge', 'before', ['Challenges'], (page) => page.getByRole('button', { name: 'Add a challenge' })],
    ['make the links', 'before', ['Send the links'], (page) => page.getByRole('button', { name: /^Make \d+ links/ })],
    ['print a poster', 'before', ['Print'], (page) => page.getByLabel('What to print')],
    ['rehearse', 'before', ['Rehearse'], (page) => page.getByRole('button', { name: /[Rr]ehears/ }).first()],
    ['see who is here', 'before', ['On the day', 'Who is here'], (page) => page.getByText('Not here yet: 8 judges')],
    [
      'hand over',
      'before',
      ['On the day', 'Hand over'],
      (page) => page.getByRole('button', { name: /^Make a new organiser’s link/ }),
    ],
    [
      'copy a paper ballot',
      'after',
      ['On the day', 'Paper ballots'],
      (page) => page.getByRole('heading', { level: 1 }),
    ],
    ['review the result', 'after', ['Review'], (page) => page.getByRole('button', { name: 'Show the winners' })],
    ['read the comments', 'after', ['Comments'], (page) => page.getByText('Well told, and useful.').first()],
    [
      'download the spreadsheet',
      'after',
      ['Download'],
      (page) => page.getByRole('link', { name: /Result as a spreadsheet/ }),
    ],
    [
      'delete personal data',
      'after',
      ['Delete'],
      (page) => page.getByRole('button', { name: 'Delete personal data…' }),
    ],
  ]
  it.each(tasks)(
    'lead from the home to what is needed to %s in two presses or fewer',
    async (_task, which, presses, found) => {
      expect(presses.length).toBeLessThanOrEqual(2)
      const page = await open(which === 'before' ? before : after, 'organise')
      for (const name of presses)
        await page
          .getByRole('link', { name, exact: true })
          .or(page.getByRole('button', { name: new RegExp(`^${name}`) }))
          .or(page.locator('summary', { hasText: name }))
          .first()
          .click()
      await found(page).first().waitFor()
      await page.context().close()
    },
  )

  it('keep what was typed on one when another is looked at, and go back as the browser does', async () => {
    const page = await open(before, 'organise/event', phoneSize)
    await page.getByLabel('Venue').fill('The new hall')
    await page.getByRole('link', { name: 'Before', exact: true }).tap()
    await page.getByRole('heading', { name: 'Before the day' }).waitFor()
    await page.getByRole('link', { name: 'Teams', exact: true }).first().tap()
    await page.locator('#teams-title:focus').waitFor()
    await page.goBack()
    await page.goBack()
    expect(await page.getByLabel('Venue').inputValue()).toBe('The new hall')
    expect(await page.locator('#teams').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Save the event' }).tap()
    await page.locator('#event').getByText('Saved', { exact: true }).waitFor()
    await page.context().close()
  })

  it('are found from the earlier page’s fragments, and an address of none leads to the tasks', async () => {
    const page = await open(before, 'organise')
    await page.goto(`/e/${before.event.slug}/organise?earlier#rubric`)
    await page.getByRole('heading', { name: 'Questions' }).waitFor()
    await page.goto(`/e/${before.event.slug}/organise/nothing`)
    await page.getByText('There is no such page.').waitFor()
    await page.getByRole('heading', { name: 'Before the day' }).waitFor()
    await page.context().close()
  })
})
