import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../api/rehearsal/random.ts'
import { amount } from '../faults/seed.ts'
import { callAt } from '../support/call.ts'
import { makeEvent, type TestEvent } from '../support/show.ts'
import type { DrivenBrowser } from './support/drivers/driven-browser.ts'
import { testedBrowsers } from './support/drivers/tested-browsers.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { sharedServer } from './support/shared.ts'

const server = sharedServer()

const call = callAt(server.address)
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const judgeLink = (event: TestEvent, judge: number) =>
  `${server.address}/e/${event.event.slug}/judge#k=${event.judgeKeys[judge]}`

const engines = testedBrowsers.filter(({ lacking }) => !lacking)

const bothDirections = ['next', 'next', 'back', 'next', 'next', 'back', 'back', 'next'] as const
const calls = Array.from({ length: amount(3, 8, 20) }, (_, n) => bothDirections[n % bothDirections.length]!)

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
    const place = await phone.evaluate<[number, number] | null>(findScore(scoreOf(team), random.between(0, 0.999)))
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
    for (const question of await phone.evaluate<string[]>(open))
      await phone.tap('radio', String(scoreOf(team)), question)
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
            .poll(async () => phone.evaluate(teamShown), { timeout: 20_000, message: `call ${n + 1}: ${cue}` })
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
