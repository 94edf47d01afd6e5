import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeShow, type Show } from './support/driven-show.ts'
import { focused, press, tabTo } from './support/keyboard.ts'
import { browserLimitMs, phoneSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const server = sharedServer()
let browser: Browser
let show: Show
beforeAll(async () => {
  browser = await connectBrowser()
  show = await makeShow(server.address, server.ownerKey, { judges: [] })
}, browserLimitMs)
afterAll(() => browser?.close())

const waitForText = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: 60_000 })
const readScores = (page: Page) =>
  page.getByRole('radio', { checked: true }).evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))

async function openPhone(address: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ ...phoneSize, viewport: { width: 320, height: 568 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(address)
  return { page, context }
}

it('a judge can join, score, recuse, browse the teams and open another phone by keyboard alone', async () => {
  const { page, context } = await openPhone(`${server.address}/e/${show.event.slug}`)
  const questions = show.event.criteria.map(({ name }) => name)
  await show.cue({ cue: 'open-doors' })
  await waitForText(page, 'I am a judge')
  await press(page, 'I am a judge')
  await waitForText(page, 'Judge with us')
  await tabTo(page, 'Your name')
  await page.keyboard.type('Ann Abbott')
  await page.keyboard.press('Enter')
  await waitForText(page, 'Welcome, Ann Abbott')

  await show.cue({ cue: 'call', entryId: show.entries[0]!.id })
  await waitForText(page, questions[0]!)
  // The heading has the focus, so that a screen reader names the team.
  await expect.poll(() => focused(page).then(({ name }) => name)).toBe(show.entries[0]!.team)
  for (const question of questions) {
    await tabTo(page, `${question}: `)
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  }
  await tabTo(page, 'A few words for the team')
  await page.keyboard.type('Bins at last!')
  await waitForText(page, 'That is everything for this team.')
  await waitForText(page, /^Saved \d\d:\d\d/)
  const before = await readScores(page)
  expect(before).toEqual(questions.map(() => '4'))

  await press(page, /^Step aside/)
  await press(page, 'Yes, step aside')
  await waitForText(page, 'You have stepped aside from this team')
  await press(page, 'Undo: I can score them after all')
  await waitForText(page, questions[0]!)
  expect(await readScores(page)).toEqual(before)

  await press(page, /left to score$/)
  await waitForText(page, 'Still to come')
  await press(page, show.entries[0]!.team)
  await waitForText(page, 'That is everything for this team.')
  await press(page, /left to score$/)
  await waitForText(page, 'Still to come')
  await press(page, 'Use another phone')
  await waitForText(page, 'Scan this with the other phone')
  const address = await page.locator('[data-address]').innerText()

  const other = await openPhone(address)
  await waitForText(other.page, 'That is everything for this team.')
  expect(await readScores(other.page)).toEqual(before)
  expect(other.page.url()).not.toContain('#')
  await tabTo(other.page, `${questions[0]}: `)
  await other.page.keyboard.press('ArrowRight')
  await waitForText(other.page, /^Saved \d\d:\d\d/)
  await other.context.close()

  await page.reload()
  await waitForText(page, 'That is everything for this team.')
  await expect.poll(() => readScores(page), { timeout: 60_000 }).toEqual(['5', ...before.slice(1)])
  await context.close()
})
