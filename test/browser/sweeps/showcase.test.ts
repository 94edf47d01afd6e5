import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAt } from '../../support/call.ts'
import { makeEvent, type TestEvent } from '../../support/show.ts'
import { findFaults } from '../support/find-faults.ts'
import { browserLimitMs, deskSize, laptopSize, phoneSize, stageSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const server = sharedServer()
const call = callAt(server.address)
const teams = 10

/** The tests are steps of one showcase, each continuing where the one before ended. */
describe('a showcase on three phones', () => {
  let browser: Browser
  let event: TestEvent
  const contexts: BrowserContext[] = []
  const phones: Page[] = []
  let stage: Page
  let desk: Page
  let backstage: Page
  let review: Page
  const shots = process.env.SHOTS

  async function open(size: object, path: string): Promise<Page> {
    const context = await browser.newContext({ ...size, locale: 'en-GB' })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${server.address}${path}`)
    return page
  }
  const shoot = async (name: string, page: Page, fullPage = false) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage })
  }
  const whereNext = (phone: Page) => phone.locator('[data-where-next]')
  const suggestedTeam = async (phone: Page) => (await whereNext(phone).locator('strong').innerText()).trim()
  const answer = async (phone: Page, value: number) => {
    // A tap in the first moments of a view was meant for the view before it.
    await phone.waitForFunction(() => !document.querySelector('[data-settling]'))
    for (const group of await phone.locator('fieldset').all())
      await group.locator(`label:has(input[value="${value}"])`).click()
  }
  async function scoreSuggested(phone: Page, value: number): Promise<string> {
    const team = await suggestedTeam(phone)
    await whereNext(phone)
      .getByRole('button', { name: `We are here: score ${team}` })
      .click()
    await phone.getByRole('heading', { name: team, exact: true }).waitFor()
    await answer(phone, value)
    const next = whereNext(phone).getByRole('heading', { name: /^(Next: table|You have been to every table)/ })
    await next.waitFor()
    return team
  }

  beforeAll(async () => {
    browser = await connectBrowser()
    event = await makeEvent({ call }, { entries: teams, judges: 3, scoring: 'any-order' })
    for (const [n, entry] of event.entries.entries())
      await call(
        'PATCH',
        `${event.path}/entries/${entry.id}`,
        { table: String(n + 1), summary: 'What it does' },
        event.key,
      )
    await event.cue('open-doors')
    stage = await open(stageSize, `/present/${event.event.slug}`)
    desk = await open(deskSize, `/present/${event.event.slug}/desk#k=${event.key}`)
    backstage = await open(stageSize, `/present/${event.event.slug}/backstage`)
    review = await open(laptopSize, `/e/${event.event.slug}/review#k=${event.key}`)
    for (const key of event.judgeKeys) phones.push(await open(phoneSize, `/e/${event.event.slug}/judge#k=${key}`))
  }, browserLimitMs)
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
  })

  /** Nobody need come on stage, so no screen may promise it. */
  async function expectNoTurns() {
    const room = await open(phoneSize, `/e/${event.event.slug}`)
    const team = await open(phoneSize, `/e/${event.event.slug}/team#k=${event.teamKeys[0]}`)
    await room.getByRole('heading', { name: 'Line-up' }).waitFor()
    await team
      .getByRole('status')
      .filter({ hasText: /showcase/i })
      .first()
      .waitFor()
    for (const [page, promise] of [
      [desk, /Ends about|On time|instead of/],
      [backstage, /be ready|goes on stage next/],
      [room, /\bNext\b/],
      [team, /first to go on|You go on|Planned for|In about/],
    ] as const)
      expect(await page.locator('body').innerText()).not.toMatch(promise)
    for (const page of [room, team]) await page.context().close()
  }

  it('is the desk’s first step, and no screen promises a turn on stage', async () => {
    await desk.getByRole('button', { name: 'Open the showcase…' }).waitFor()
    await backstage.getByText('The doors are open').waitFor()
    await expectNoTurns()
    await review.getByText('The review opens when scoring has closed').waitFor()
    expect(await review.getByRole('link', { name: 'Send somebody' }).count()).toBe(0)
    await shoot('desk-before', desk)
  })

  it('is opened at the desk, and names another table to each judge', async () => {
    await desk.getByRole('button', { name: 'Open the showcase…' }).click()
    await desk.getByText('Every team takes scores from now until scoring closes.').waitFor()
    await desk.getByRole('button', { name: /^30 min/ }).click()
    for (const phone of phones)
      await whereNext(phone)
        .getByRole('heading', { name: /Please begin at table/ })
        .waitFor()
    const first = await Promise.all(phones.map(suggestedTeam))
    expect(new Set(first).size).toBe(3)
    await stage.locator('[data-showcase]').waitFor()
    await desk
      .getByText(/^Nobody yet/)
      .first()
      .waitFor()
    await stage.waitForTimeout(600)
    await shoot('stage-showcase', stage)
    await shoot('desk-showcase', desk)
    await shoot('phone-begin', phones[0]!)
    expect(await stage.locator('[data-showcase]').innerText()).toMatch(/Table \d+[\s\S]*left to walk round/)
  })

  it('keeps every button at the desk and the whole address on the stage in sight, however long the names are', async () => {
    const readVisits = async (): Promise<{ entryId: string; onTheWay: number }[]> =>
      (await call('GET', `${event.path}/desk`, undefined, event.key)).body.visits
    await expect.poll(async () => (await readVisits()).filter(({ onTheWay }) => onTheWay > 0).length).toBe(3)
    // The desk lists those to which nobody is on the way first.
    const first = (await readVisits()).find(({ onTheWay }) => onTheWay === 0)!
    const entry = event.entries.find(({ id }) => id === first.entryId)!
    const table = event.entries.indexOf(entry) + 1
    const rename = (team: string) => call('PATCH', `${event.path}/entries/${entry.id}`, { team }, event.key)
    await rename('The Long-Winded Alliance of Nine Parishes and Two Unitary Authorities, with Guests')
    await desk.getByText(`Nobody yet: Table ${table}, The Long-Winded`).waitFor()
    // Measured in one step, because the list is drawn anew whenever a judge goes on.
    const { card, boxes } = await desk.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')]
      const boxesOf = (words: RegExp) =>
        buttons
          .filter(({ textContent }) => words.test(textContent.trim()))
          .map((button) => button.getBoundingClientRect())
      const plain = ({ left, top, right, bottom, width }: DOMRect) => ({ left, top, right, bottom, width })
      return { card: boxesOf(/^End the showcase/).map(plain)[0]!, boxes: boxesOf(/^Send somebody/).map(plain) }
    })
    expect(boxes.length).toBeGreaterThan(0)
    for (const box of boxes) {
      expect(box.width).toBeGreaterThan(60)
      expect(box.right <= card.left || box.bottom <= card.top || box.top >= card.bottom).toBe(true)
    }
    const isCut = await stage.getByText(new URL(event.event.joinUrl).host).evaluate((host) => {
      const box = host.parentElement!.getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(host)
      return range.getBoundingClientRect().right > box.right + 1
    })
    expect(isCut).toBe(false)
    await rename(entry.team)
    await desk.getByText(`Nobody yet: Table ${table}, ${entry.team}`).waitFor()
  })

  it('takes scores in any order, with the network cut, and sends judges on', async () => {
    const [first, second, third] = phones as [Page, Page, Page]
    const scored = new Set<string>()
    for (let n = 0; n < 3; n += 1) scored.add(await scoreSuggested(first, 3))
    expect(scored.size).toBe(3)
    await first
      .getByText(/Saved \d\d:\d\d/)
      .first()
      .waitFor()
    await shoot('phone-next', first, true)
    // Without a network the phone itself names the nearest team that is left.
    await second.context().setOffline(true)
    for (let n = 0; n < 3; n += 1) await scoreSuggested(second, 4)
    await second.getByText('Saved on this phone.').first().waitFor()
    await shoot('phone-offline', second)
    await second.context().setOffline(false)
    await second
      .getByText(/Saved \d\d:\d\d/)
      .first()
      .waitFor()
    // A judge opens any team from the list.
    await third.getByRole('button', { name: /left to score/ }).click()
    await shoot('phone-list', third, true)
    await third.getByRole('button', { name: /Team 5/ }).click()
    await answer(third, 5)
    await third.context().setOffline(true)
    await scoreSuggested(third, 2)
    await third.context().setOffline(false)
    await third
      .getByText(/Saved \d\d:\d\d/)
      .first()
      .waitFor()
    for (let n = 3; n < teams; n += 1) await scoreSuggested(first, 3)
    await first.getByRole('heading', { name: 'You have been to every table' }).waitFor()
    const { body } = await call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[1])
    expect(body.ballots.filter((ballot: { complete: boolean }) => ballot.complete)).toHaveLength(3)
    await shoot('desk-later', desk)
  })

  it('leaves the review with the teams that few have seen, and no score', async () => {
    const few = review.getByRole('region', { name: /have fewer than three judges’ scores/ })
    await few.waitFor()
    await few
      .getByText(/^\d judges?(, \d on the way)?: Table \d+, Team \d+/)
      .first()
      .waitFor()
    // The first phone has finished all teams, the others some of them.
    const visits = (await call('GET', `${event.path}/desk`, undefined, event.key)).body.visits as { finished: number }[]
    const thin = visits.filter(({ finished }) => finished < 3).length
    expect(await few.getByRole('listitem').count()).toBe(thin)
    expect(await review.locator('main').innerText()).not.toMatch(/\d\.\d|out of|average/)
    expect(await findFaults(review)).toEqual([])
    await shoot('review-live', review)
    await few.getByRole('link', { name: 'Send somebody' }).click()
    await review
      .getByRole('button', { name: /^Send somebody/ })
      .first()
      .waitFor()
  })

  it('ends at the desk, which offers to close scoring, and promises nobody a turn', async () => {
    await desk.getByRole('button', { name: 'End the showcase' }).click()
    await stage.getByText('Welcome').first().waitFor()
    await desk.getByText('The showcase is over').waitFor()
    await desk.getByRole('button', { name: 'Close scoring…' }).waitFor()
    await desk
      .getByRole('button', { name: /^Send somebody/ })
      .first()
      .waitFor()
    // The number of judges and the table stay in sight beside the buttons.
    for (const line of await desk.getByText(/judges?(, \d on the way)?: Table \d+,/).all()) {
      const hidden = await line.evaluate((span) => {
        const range = document.createRange()
        range.setStart(span.firstChild!, 0)
        range.setEnd(span.firstChild!, span.textContent!.indexOf(', Team'))
        return range.getBoundingClientRect().right - span.getBoundingClientRect().right
      })
      expect(hidden).toBeLessThan(0)
    }
    await backstage.getByText('The showcase is over').waitFor()
    await expectNoTurns()
    await shoot('desk-after', desk)
    await shoot('backstage-after', backstage)
  })

  it('keeps the ballots when a team is called on stage, closed, revealed and published', async () => {
    await event.cue('call', { entryId: event.entries[4]!.id })
    await phones[0]!.getByRole('heading', { name: 'Team 5', exact: true }).waitFor()
    await backstage.getByText(', be ready').waitFor()
    await desk.getByText(/^Ends about/).waitFor()
    await event.cue('close-scoring')
    await phones[0]!.getByText(`Your ${teams} scores were counted.`).waitFor()
    await shoot('phone-closed', phones[0]!)
    let { body } = await event.cue('start-reveal')
    while (body.reveal.step < body.reveal.of) ({ body } = await event.cue('reveal-next'))
    expect((await event.cue('publish')).body.phase).toBe('final')
    await shoot('stage-winners', stage)
  })
})
