import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { browserLimitMs, deskSize, laptopSize, phoneSize, stageSize } from './support/open-browser.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'
import { type PayloadLog, watchPayloads } from './support/watch-payloads.ts'

const teams = ['Damp Detectives', 'Form Filler', 'Allotment Match']
const [winner, second, third] = teams as [string, string, string]

describe('the whole hour, in browsers', () => {
  const server = sharedServer()
  let browser: Browser
  let organiser: Page
  let desk: Page
  let stage: Page
  let ann: Page
  let bashir: Page
  let ceri: Page
  let room: Page
  let slug: string
  let code: string
  let shownSteps: number | undefined = 0
  const screens = new Map<string, Page>()
  const payloadLogs = new Map<string, PayloadLog>()
  const failures: string[] = []

  async function open(name: string, size: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, locale: 'en-GB' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (failure) => failures.push(`${name}: ${failure.message}`))
    screens.set(name, page)
    payloadLogs.set(name, await watchPayloads(page, () => shownSteps))
    return page
  }

  const waitForText = (page: Page | Locator, text: string | RegExp) => page.getByText(text).first().waitFor()
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

  /** A phone turns to the team on stage by itself, or offers it to a judge whose thumb was just on another ballot. */
  async function turnTo(phone: Page, team: string): Promise<void> {
    const offer = button(phone, 'Go now')
    const heading = phone.getByRole('heading', { name: team, level: 1 })
    await heading.or(offer).first().waitFor()
    if (await offer.isVisible()) await offer.tap({ timeout: 2000 }).catch(() => {})
    await heading.waitFor()
  }

  async function scoreAll(phone: Page, value: number): Promise<void> {
    await phone.getByRole('group').first().waitFor()
    for (const question of await phone.getByRole('group').all())
      await question.getByRole('radio', { name: new RegExp(`^${value}\\b`) }).tap()
  }

  async function answered(path: string, act: () => Promise<void>): Promise<void> {
    const response = desk.waitForResponse((response) => response.url().endsWith(path))
    await act()
    await (await response).finished()
    // The desk refuses a press while another is under way, so the network's answer has to be handled first.
    await desk.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))))
  }
  async function openTask(name: string): Promise<void> {
    await organiser.getByRole('link', { name: 'Before', exact: true }).click()
    await organiser.getByRole('link', { name, exact: true }).first().click()
  }
  const press = (key: string) => answered('/cues', () => desk.keyboard.press(key))

  /** A dialog ignores presses in its first half second. */
  async function confirm(page: Page, question: string, name: string): Promise<void> {
    const dialog = page.locator('dialog[open]')
    await dialog.getByRole('heading', { name: question }).waitFor()
    const yes = dialog.getByRole('button', { name, exact: true })
    await answered('/cues', async () => {
      while (await dialog.isVisible()) await yes.click({ timeout: 1000 }).catch(() => {})
    })
  }

  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  let brokenOff = false
  beforeEach(({ onTestFailed }) => {
    if (brokenOff) throw new Error('An earlier part of the show failed, so this one could not begin')
    onTestFailed(async () => {
      brokenOff = true
      for (const [name, page] of screens)
        process.stderr.write(`\n--- ${name}\n${await page.innerText('body').catch(String)}\n`)
    })
  })

  it('begins with the owner’s link, a name, and the teams', async () => {
    organiser = await open('organiser', laptopSize)
    await organiser.goto(`/owner#k=${server.ownerKey}`)
    await organiser.getByLabel('Name of the event').fill('Makers of the North hack day')
    await button(organiser, 'Set up the event').click()
    const link = await organiser.getByLabel('The organiser’s link').inputValue()
    slug = new URL(link).pathname.split('/')[2] ?? ''
    expect(organiser.url()).not.toContain('#k=')

    await openTask('Teams')
    await organiser.getByText('Import a list of teams').click()
    await organiser
      .getByLabel(/^Or paste rows from a spreadsheet: team/)
      .fill(teams.map((team) => `${team}, Made by ${team}`).join('\n'))
    await button(organiser, 'Add 3 teams').click()
    await waitForText(organiser, '3 teams added')

    desk = await open('desk', deskSize)
    await desk.goto(link.replace(/^[^#]*/, `/present/${slug}/desk`))
    await waitForText(desk, 'Damp Detectives')
    expect(desk.url()).not.toContain('#k=')
  })

  it('opens the doors with one key, and the stage shows how to join', async () => {
    stage = await open('stage', stageSize)
    await stage.goto(`/present/${slug}`)
    await press('PageDown')
    await heading(stage, 'Makers of the North hack day')
    const { event } = await (await fetch(`${server.address}/api/events/${slug}`)).json()
    code = event.code
    await waitForText(stage, `${code.slice(0, 3)} ${code.slice(3)}`)
    await waitForText(desk, 'Call them on')
  })

  it('admits a judge by the code and a name', async () => {
    ann = await open('Ann', phoneSize)
    await ann.goto(`/${code.toLowerCase()}`)
    await ann.getByRole('link', { name: 'I am a judge' }).tap()
    await ann.getByLabel('Your name').fill('Ann Abbott')
    await button(ann, 'Start judging').tap()
    await heading(ann, 'Welcome, Ann Abbott')
    await waitForText(desk, 'Ann Abbott')
  })

  it('admits another by a personal link', async () => {
    await openTask('Judges')
    await organiser.getByRole('form', { name: 'Add a judge' }).getByLabel('Name').fill('Bashir Bevan')
    await button(organiser, 'Add the judge').click()
    await organiser.getByRole('button', { name: /^Edit Bashir Bevan/ }).click()
    await organiser.locator('#judges').getByText('Link', { exact: true }).last().click()
    const link = await organiser.getByLabel('Personal link for Bashir Bevan').inputValue()
    bashir = await open('Bashir', phoneSize)
    await bashir.goto(new URL(link).pathname + new URL(link).hash)
    await heading(bashir, 'Welcome, Bashir Bevan')
    expect(bashir.url()).not.toContain('#k=')
  })

  it('admits a third when the desk does', async () => {
    await organiser.getByRole('combobox', { name: 'Who can judge' }).selectOption('desk')
    await button(organiser, 'Save who can judge').click()
    await waitForText(organiser.getByRole('form', { name: 'Who can judge' }), /^Saved$/)
    ceri = await open('Ceri', phoneSize)
    await ceri.goto(`/e/${slug}/judge`)
    await ceri.getByLabel('Your name').fill('Ceri Chowdhury')
    await button(ceri, 'Start judging').tap()
    await waitForText(ceri, 'The desk will let you in in a moment')
    await answered('/admit', () => button(desk, 'Admit').click())
    await waitForText(ceri, 'You are on the panel')
  })

  it('turns every phone to the team that is called, and saves each tap', async () => {
    await press('PageDown')
    for (const page of [stage, ann, bashir, ceri]) await heading(page, winner)
    await press('Space')
    for (const phone of [ann, bashir, ceri]) await scoreAll(phone, 5)
    for (const phone of [ann, bashir, ceri]) await waitForText(phone, /^Saved \d\d:\d\d$/)
    await waitForText(stage, '3 of 3')
    await waitForText(desk, '3 of 3 in')
  })

  it('stores scores without a network, and sends them when there is one', async () => {
    await press('ArrowRight')
    await heading(stage, second)
    await press('Space')
    for (const phone of [ann, bashir, ceri]) await turnTo(phone, second)
    await bashir.context().setOffline(true)
    for (const phone of [ann, bashir, ceri]) await scoreAll(phone, 4)
    await waitForText(bashir, 'Saved on this phone. It will be sent when you are back online.')
    await waitForText(desk, '2 of 3 in')
    await bashir.context().setOffline(false)
    await waitForText(bashir, /^Saved \d\d:\d\d$/)
    await waitForText(desk, '3 of 3 in')
  })

  it('lets a judge recuse, and asks the operator before it closes', async () => {
    await press('PageDown')
    await heading(stage, third)
    for (const phone of [ann, bashir, ceri]) await turnTo(phone, third)
    for (const phone of [ann, bashir]) await scoreAll(phone, 2)
    await button(ceri, 'Step aside from this team…').tap()
    await button(ceri, 'Yes, step aside').tap()
    await heading(ceri, 'You have stepped aside from this team')
    await waitForText(desk, '3 of 3 in')
    await button(desk, 'Close scoring…').click()
    await confirm(desk, 'Close scoring for everyone?', 'Close scoring')
    await waitForText(stage, 'The judges are deciding')
    await waitForText(ann, 'Your 3 scores were counted.')
    await waitForText(ceri, 'Your 2 scores were counted.')
  })

  it('shows nothing before its step, on no screen and in no payload', async () => {
    room = await open('room', phoneSize)
    await room.goto(`/e/${slug}`)
    await button(desk, 'Start the reveal…').click()
    await confirm(desk, 'Start the reveal?', 'Start the reveal')
    await waitForText(desk, 'Step 0 of 4')
    await waitForText(room, 'The first name comes in a moment.')
    // The scene before names every team and is still fading out.
    await stage.getByText('The judges are deciding').waitFor({ state: 'detached' })

    const steps = [third, second, winner]
    for (const [n, team] of steps.entries()) {
      const hidden = steps.slice(n)
      await expectNone(stage.locator('body'), hidden)
      await expectNone(room.locator('main'), hidden)
      await expectNone(desk.getByRole('region', { name: 'The reveal' }), hidden)
      shownSteps = n + 1
      await press(n % 2 === 0 ? 'PageDown' : 'ArrowRight')
      await heading(stage, team)
      await heading(room, team)
    }
    shownSteps = 4
    await press('ArrowRight')
    await waitForText(stage, 'The result, on your phone')
  })

  it('publishes the result to everyone', async () => {
    await button(desk, 'Publish the result…').click()
    shownSteps = undefined
    await confirm(desk, 'Publish the result?', 'Publish')
    await heading(room, 'Awards')
    const places = await room.getByRole('list').last().getByRole('listitem').allInnerTexts()
    expect(places.map((place) => teams.find((team) => place.includes(team)))).toEqual(teams)
    await ann.getByRole('link', { name: 'See the result' }).tap()
    await heading(ann, 'Awards')
  })

  it('sent no screen anything too early, and no page failed', () => {
    for (const [name, { payloads, leaks }] of payloadLogs) {
      expect(leaks, name).toEqual([])
      expect(payloads, name).toBeGreaterThan(0)
    }
    expect(failures).toEqual([])
  })

  async function expectNone(place: Locator, hidden: string[]): Promise<void> {
    const text = await place.innerText()
    for (const team of hidden) expect(text).not.toContain(team)
  }
})
