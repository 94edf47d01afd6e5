import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createProfiles } from '../../../api/rehearsal/judges/profiles.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, deskSize, phoneSize, stageSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const { address, ownerKey } = sharedServer()
const teams = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel']
let browser: Browser
let show: Show
beforeAll(async () => {
  browser = await connectBrowser()
  const entries = teams.map((team) => ({ team, title: `What ${team} made` }))
  show = await makeShow(address, ownerKey, { entries, judges: createProfiles(5, 1) })
}, browserLimitMs)
afterAll(() => browser?.close())

const errors: string[] = []
async function open(size: object, path: string): Promise<Page> {
  const page = await (await browser.newContext({ ...size, baseURL: address })).newPage()
  page.on('pageerror', (failure) => errors.push(`${path}: ${failure.message}`))
  page.setDefaultTimeout(60_000)
  await page.goto(path)
  return page
}
const waitForText = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor()
const teamOf = (phone: Page) => phone.locator('h1').textContent()
const idOf = (team: string) => show.entries.find((entry) => entry.team === team)!.id
const stageOf = () => ask<StageSnapshot>(show.routes.stage.$get({ param: show.param }))

async function score(phone: Page, value: number): Promise<void> {
  for (const group of await phone.getByRole('group').all()) {
    const label = group.locator(`label:has(input[value="${value}"])`)
    if (await label.count()) await label.first().tap()
  }
}

it('every screen and phone that was opened early shows the team on stage after each hurried press', async () => {
  const slug = show.event.slug
  const stage = await open(stageSize, `/present/${slug}`)
  const desk = await open(deskSize, `/present/${slug}/desk#k=${show.organiserKey}`)
  const backstage = await open(deskSize, `/present/${slug}/backstage`)
  const room = await open(phoneSize, `/e/${slug}`)
  const bravo = await open(phoneSize, `/e/${slug}/team#k=${show.teamKeys[1]}`)
  const phones = await Promise.all(show.judges.map(({ key }) => open(phoneSize, `/e/${slug}/judge#k=${key}`)))
  await waitForText(backstage, 'The doors are not open yet')
  await waitForText(bravo, 'You go on 2nd')

  async function expectOnStage(team: string, next: string | undefined): Promise<void> {
    await stage.getByText(team, { exact: true }).filter({ visible: true }).first().waitFor()
    await waitForText(stage, `What ${team} made`)
    await waitForText(backstage, team)
    await waitForText(backstage, next ? `${next}, be ready` : 'The last team')
    if (next) await waitForText(stage, `Next: ${next}`)
    if (next) await waitForText(room, `Next: ${next}`)
    for (const phone of phones) await expect.poll(() => teamOf(phone), { timeout: 12_000 }).toBe(team)
    expect((await stageOf()).onStage?.team).toBe(team)
  }
  await show.cue({ cue: 'open-doors' })
  await waitForText(backstage, 'Alpha, be ready')

  await desk.bringToFront()
  await desk.keyboard.press('PageDown')
  await desk.keyboard.press('PageDown')
  await expectOnStage('Alpha', 'Bravo')
  await waitForText(bravo, 'You are next')
  await Promise.all(phones.slice(0, 3).map((phone) => score(phone, 4)))
  await waitForText(stage, '3 of 5')

  await show.cue({ cue: 'next' })
  await expectOnStage('Bravo', 'Charlie')
  await waitForText(bravo, 'You are on stage')
  await desk.keyboard.press('u')
  await expectOnStage('Alpha', 'Bravo')
  await waitForText(bravo, 'You are next')

  const { judgeKey } = await ask<{ judgeKey: string }>(
    show.routes.join.$post({ param: show.param, json: { name: 'Late Larry' } }),
  )
  phones.push(await open(phoneSize, `/e/${slug}/judge#k=${judgeKey}`))
  await show.cue({ cue: 'call', entryId: idOf('Golf') })
  await expectOnStage('Golf', 'Bravo')
  await waitForText(stage, '0 of 6')

  await show.cue({ cue: 'break', message: 'Tea' })
  await waitForText(stage, 'Tea')
  await waitForText(room, 'Break')
  await waitForText(backstage, /^Break/)
  await waitForText(phones[0]!, /^Break$/)
  await desk.keyboard.press('Space')
  await expectOnStage('Golf', 'Bravo')

  const { id } = show.judges[4]!.judge
  await ask(show.routes.judges[':id'].away.$post({ param: { ...show.param, id } }))
  await waitForText(stage, '0 of 5')

  const { code } = await ask<{ code: string }>(show.routes['desk-codes'].$post({ param: show.param }))
  const second = await open(deskSize, `/present/${slug}/desk`)
  await second.getByRole('textbox').first().fill(code.toLowerCase())
  await second.keyboard.press('Enter')
  await waitForText(second, 'What the room sees')
  await show.cue({ cue: 'call', entryId: idOf('Hotel') })
  for (const team of teams.slice(1, 6)) {
    const { version } = await stageOf()
    const both = [0, 1].map(() => show.cue({ cue: 'next', ifVersion: version }).catch(() => undefined))
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
    expect((await stageOf()).onStage?.team).toBe(team)
  }
  await expectOnStage('Foxtrot', undefined)
  await waitForText(bravo, 'You have been on')
  await score(phones[0]!, 5)
  await waitForText(phones[0]!, /^Saved \d/)

  await show.cue({ cue: 'close-scoring' })
  await waitForText(stage, 'The judges are deciding')
  await waitForText(bravo, 'Scoring has closed')
  for (const phone of phones) await waitForText(phone, 'Scoring has closed')
  await show.cue({ cue: 'start-reveal' })
  await waitForText(room, 'The first name comes in a moment.')
  await second.close()
  expect(errors).toEqual([])
  await Promise.all([stage, desk, backstage, room, bravo, ...phones].map((page) => page.context().close()))
}, 300_000)
