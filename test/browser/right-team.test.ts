import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../api/rehearsal/random.ts'
import { long } from '../faults/seed.ts'
import { callAt } from '../support/call.ts'
import { makeEvent, type TestEvent } from '../support/show.ts'
import type { DrivenBrowser } from './support/driven-browser.ts'
import { browserLimitMs, phoneSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'
import { testedBrowsers } from './support/tested-browsers.ts'

const server = sharedServer()

const call = callAt(server.address)
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const judgeLink = (event: TestEvent, judge: number) =>
  `${server.address}/e/${event.event.slug}/judge#k=${event.judgeKeys[judge]}`

const engines = testedBrowsers.filter(({ lacking }) => !lacking)

const shortShow = ['next', 'next', 'back', 'next', 'next', 'back', 'back', 'next'] as const
const calls = long
  ? Array.from({ length: 20 }, (_, n) => shortShow[n % shortShow.length]!)
  : shortShow.slice(0, shortShow.length)

/** A different score for each team, so that a tap on another team's ballot is noticed. */
const scoreOf = (team: string) => 1 + (Number(team.replace(/\D/g, '')) % 5)

const findScore = (value: number, pick: number) => `(() => {
  const top = document.querySelector('header').getBoundingClientRect().bottom
  const bottom = document.querySelector('footer')?.getBoundingClientRect().top ?? innerHeight
  const places = [...document.querySelectorAll('input[type=radio][value="${value}"]')]
    .map((input) => input.parentElement.getBoundingClientRect())
    .map((box) => [box.left + box.width / 2, box.top + box.height / 2])
    .filter(([, y]) => y > top + 10 && y < bottom - 10)
  return places[Math.floor(${pick} * places.length)] ?? null
})()`
const teamShown = `document.querySelector('h1')?.textContent`

describe.skipIf(engines.length === 0)('a tap of a judge scores the team that the judge believes to be on stage', () => {
  const phones: DrivenBrowser[] = []
  beforeAll(async () => {
    for (const { open } of engines) phones.push(await open())
  }, browserLimitMs)
  afterAll(() => Promise.all(phones.map((phone) => phone.close())))

  async function tapScore(phone: DrivenBrowser, team: string, random: Random) {
    const place = await phone.ask<[number, number] | null>(findScore(scoreOf(team), random.between(0, 0.999)))
    if (place) await phone.tapAt(...place)
  }

  async function tapAbout(phone: DrivenBrowser, team: string, withinMs: number, random: Random) {
    const moments = Array.from({ length: 3 }, () => random.between(0, withinMs)).sort((a, b) => a - b)
    const from = performance.now()
    for (const moment of moments) {
      await wait(Math.max(0, from + moment - performance.now()))
      await tapScore(phone, team, random)
    }
  }

  async function scoreWhole(phone: DrivenBrowser, team: string) {
    const open = `[...document.querySelectorAll('fieldset')].filter((set) => !set.querySelector(':checked')).map((set) => set.querySelector('legend').textContent)`
    for (const question of await phone.ask<string[]>(open)) await phone.tap('radio', String(scoreOf(team)), question)
  }

  it(
    `in ${engines.map(({ name }) => name).join(', ')}, with taps about each of ${calls.length} calls in both directions`,
    async () => {
      const event = await makeEvent({ call }, { entries: 6, judges: engines.length })
      await event.cue('open-doors')
      await Promise.all(phones.map((phone, judge) => phone.open(judgeLink(event, judge))))
      let onStage = ''
      for (const [n, cue] of calls.entries()) {
        if (onStage)
          await Promise.all(
            phones.map((phone, judge) => tapAbout(phone, onStage, 2500, createRandom(n, 'before', judge))),
          )
        const { body } = await event.cue(cue)
        onStage = body.onStage.team
        await Promise.all(phones.map((phone, judge) => tapAbout(phone, onStage, 5000, createRandom(n, 'after', judge))))
        for (const phone of phones)
          await expect
            .poll(async () => phone.ask(teamShown), { timeout: 20_000, message: `call ${n + 1}: ${cue}` })
            .toBe(onStage)
        await Promise.all(phones.map((phone) => scoreWhole(phone, onStage)))
      }
      for (const [judge, key] of event.judgeKeys.entries()) {
        const read = async () => (await call('GET', `${event.path}/ballots`, undefined, key)).body.ballots
        await expect
          .poll(async () => (await read()).every((ballot: { complete: boolean }) => ballot.complete), {
            timeout: 20_000,
          })
          .toBe(true)
        for (const { entryId, scores } of await read()) {
          const { team } = event.entries.find((entry) => entry.id === entryId)!
          const own = Object.values(scores).map(() => scoreOf(team))
          expect(Object.values(scores), `${engines[judge]!.name}, ${team}`).toEqual(own)
        }
      }
    },
    60_000 + calls.length * 60_000,
  )
})

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
    await page.goto(judgeLink(event, 0))
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
