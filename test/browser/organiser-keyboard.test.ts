import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BuiltServer } from './support/built-server.ts'
import { press, tabTo } from './support/keyboard.ts'
import { browserLimitMs, laptopSize } from './support/open-browser.ts'
import { startReadyServer } from './support/ready-server.ts'
import { connectBrowser } from './support/shared.ts'

// A server of its own: the owner's page lists every event of a server, and the focus passes all of them.
let server: BuiltServer
let browser: Browser
beforeAll(async () => {
  server = await startReadyServer()
  browser = await connectBrowser()
}, browserLimitMs)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const waitForText = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: 60_000 })

async function expectFocusRing(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const here = document.activeElement
    return here === document.body ? 'nowhere' : getComputedStyle(here!).outlineStyle
  })
  expect(ring).toBe('solid')
}
async function fill(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await expectFocusRing(page)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** The heading of the task gets the focus. */
async function openNextTask(page: Page, name: string): Promise<void> {
  await press(page, `Next: ${name}`)
  await page.locator('main h2:focus').getByText(name, { exact: true }).waitFor({ timeout: 60_000 })
}

it('an organiser sets an event up and opens the doors by keyboard alone', { timeout: 240_000 }, async () => {
  const context = await browser.newContext({ ...laptopSize, baseURL: server.address, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`/owner#k=${server.ownerKey}`)
  await waitForText(page, 'Set up an event')
  await fill(page, 'Name of the event', 'By keyboard alone')
  await page.keyboard.press('Enter')

  await page.waitForURL(/organise/, { timeout: 60_000 })
  await waitForText(page, 'One thing is missing')
  await press(page, 'Teams')
  await press(page, 'Import a list of teams')
  await fill(page, /^Or paste rows/, 'Team,Title\nBins,Backchat\nDitch,Map\nDamp,Detectives')
  await press(page, 'Add 3 teams')
  await waitForText(page, '3 teams added')
  await expectFocusRing(page)
  await press(page, /^More: draw/)
  await press(page, 'Draw the order at random')
  await waitForText(page, 'The order is drawn')

  await openNextTask(page, 'Judges')
  await press(page, 'Import a list of judges')
  await fill(page, /^Or paste rows/, 'Name,Role\nAnn,Councillor\nBashir,Director')
  await press(page, 'Add 2 judges')
  await waitForText(page, '2 judges added')
  await expectFocusRing(page)

  await openNextTask(page, 'Questions')
  await press(page, 'Start from a ready-made rubric')
  await tabTo(page, /Rubrics for a hack day/)
  await page.keyboard.press('ArrowDown')
  await press(page, 'Use these questions')
  await waitForText(page, 'It counts once you save it')
  await tabTo(page, /scores in words/)
  await page.keyboard.press('Space')
  await fill(page, /^Weight/, '3')
  await press(page, 'Save the questions')
  await page.locator('#questions').getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 })
  await expectFocusRing(page)

  await openNextTask(page, 'Awards')
  await page.getByRole('link', { name: 'Before', exact: true }).focus()
  await page.keyboard.press('Enter')
  await press(page, /^Print/)
  await waitForText(page, 'What to print')
  await tabTo(page, /Door poster/)
  await page.keyboard.press('ArrowDown')
  await waitForText(page, 'Badges for')
  // This tab made the judges' links, so their badges need no new ones.
  await tabTo(page, /^Print/)
  await expectFocusRing(page)

  await page.goBack()
  await waitForText(page, 'Ready for the doors to open')
  await page.getByRole('link', { name: 'On the day' }).focus()
  await page.keyboard.press('Enter')
  await waitForText(page, 'Put the stage on the projector')
  const opened = context.waitForEvent('page')
  await press(page, 'Open the desk')
  const desk = await opened
  await desk.getByRole('button', { name: /Open the doors/ }).waitFor({ timeout: 60_000 })
  await press(desk, /^Open the doors/)
  await waitForText(desk, 'Call them on')
  await context.close()
})
