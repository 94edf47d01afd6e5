import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAt } from '../support/call.ts'
import { makeEvent, type TestEvent } from '../support/show.ts'
import { browserLimitMs, phoneSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

const server = sharedServer()
const call = callAt(server.address)
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

describe('a phone whose judge is still at the team before', () => {
  let browser: Browser
  let event: TestEvent
  let page: Page
  beforeAll(async () => {
    browser = await connectBrowser()
    event = await makeEvent({ call }, { entries: 3, judges: 2 })
    await event.cue('open-doors')
    await event.cue('next')
    page = await (await browser.newContext(phoneSize)).newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${server.address}/e/${event.event.slug}/judge#k=${event.judgeKeys[0]}`)
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const heading = (team: string) => page.getByRole('heading', { level: 1, name: team }).waitFor()
  const scoreAll = async (value: number) => {
    for (const question of await page.getByRole('group').all())
      await question
        .getByRole('radio')
        .nth(value - 1)
        .tap()
  }
  const scoresOf = async (entry: number) => {
    const { body } = await call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    const ballot = body.ballots.find(({ entryId }: { entryId: string }) => entryId === event.entries[entry]!.id)
    return Object.values<number>(ballot?.scores ?? {}).sort()
  }

  it('shows who is on stage now, and leaves a half-done ballot until it is done', async () => {
    await heading('Team 1')
    await page.getByRole('radio').first().tap()
    await event.cue('next')
    await page.getByText('Now on stage: Team 2').waitFor()
    await wait(5000)
    await heading('Team 1')
    await scoreAll(4)
    await heading('Team 2')
    await expect.poll(() => scoresOf(0)).toEqual([4, 4, 4, 4])
  })

  it('shows a finished ballot of another team read-only, and changes it only behind a button', async () => {
    await scoreAll(2)
    await page.getByRole('button', { name: /left to score/ }).tap()
    await page.getByRole('button', { name: /Team 1/ }).tap()
    await page.getByRole('heading', { name: 'Your scores' }).waitFor()
    expect(await page.getByRole('radio').count()).toBe(0)
    await page.getByRole('button', { name: 'Change these scores' }).tap()
    await page.getByRole('radio', { name: /^5/ }).first().tap()
    await expect.poll(() => scoresOf(0)).toEqual([4, 4, 4, 5])
    await event.cue('next')
    await expect.poll(() => page.getByRole('radio').first().isDisabled()).toBe(true)
    await heading('Team 3')
  })

  it('lists all scores of the judge on one page', async () => {
    await page.getByRole('button', { name: /left to score/ }).tap()
    await page.getByRole('button', { name: 'Show all my scores' }).tap()
    await expect
      .poll(() => page.getByRole('definition').allInnerTexts())
      .toEqual(['5', '4', '4', '4', '2', '2', '2', '2'])
    await page.getByRole('button', { name: 'Go now' }).tap()
    await heading('Team 3')
  })

  it('keeps the team’s name visible while the ballot scrolls', async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const place = await page.getByRole('heading', { level: 1 }).boundingBox()
    expect(place!.y).toBeGreaterThanOrEqual(0)
    expect(place!.y).toBeLessThan(200)
  })
})
