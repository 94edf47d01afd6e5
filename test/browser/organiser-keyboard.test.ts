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

it('an organiser sets an event up and opens the doors by keyboard alone', { timeout: 240_000 }, async () => {
  const context = await browser.newContext({ ...laptopSize, baseURL: server.address, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`/owner#k=${server.ownerKey}`)
  await waitForText(page, 'Set up an event')
  await fill(page, 'Name of the event', 'By keyboard alone')
  await page.keyboard.press('Enter')

  await page.waitForURL(/organise/, { timeout: 60_000 })
  await waitForText(page, 'One thing is missing')
  await press(page, 'Add teams')
  await press(page, 'Import a list of teams')
  await fill(page, /^Or paste rows/, 'Team,Title\nBins,Backchat\nDitch,Map\nDamp,Detectives')
  await press(page, 'Add 3 teams')
  await waitForText(page, '3 teams added')
  await expectFocusRing(page)
  await press(page, /^More: draw/)
  await press(page, 'Draw the order at random')
  await waitForText(page, 'The order is drawn')

  await press(page, 'Import a list of judges')
  await fill(page, /^Or paste rows/, 'Name,Role\nAnn,Councillor\nBashir,Director')
  await press(page, 'Add 2 judges')
  await waitForText(page, '2 judges added')
  await expectFocusRing(page)

  await press(page, 'Start from a ready-made rubric')
  await tabTo(page, /Rubrics for a hack day/)
  await page.keyboard.press('ArrowDown')
  await press(page, 'Use these questions')
  await waitForText(page, 'It counts once you save it')
  await tabTo(page, /scores in words/)
  await page.keyboard.press('Space')
  await fill(page, /^Weight/, '3')
  await press(page, 'Save the rubric')
  await page.locator('#rubric').getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 })
  await expectFocusRing(page)

  const opened = context.waitForEvent('page')
  await press(page, /^Print/)
  const paper = await opened
  await waitForText(paper, 'What to print')
  await tabTo(paper, /Door poster/)
  await paper.keyboard.press('ArrowDown')
  await waitForText(paper, 'Badges for')
  await tabTo(paper, /^Make 2 badges/)
  await expectFocusRing(paper)
  await paper.close()

  await page.reload()
  await waitForText(page, 'Ready for the doors to open')
  await press(page, /^desk$/)
  await page.getByRole('button', { name: /Open the doors/ }).waitFor({ timeout: 60_000 })
  await press(page, /^Open the doors/)
  await waitForText(page, 'Call them on')
  await context.close()
})
