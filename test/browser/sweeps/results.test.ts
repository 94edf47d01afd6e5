import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleEntries } from '../../../api/rehearsal/demo/sample-event.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { findFaults } from '../support/find-faults.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'

const chair = 'Cllr Ann Grant'

describe('the result, in browsers', () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  let review: Page
  let phone: Page
  const failures: string[] = []

  async function open(size: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, locale: 'en-GB' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (failure) => failures.push(failure.message))
    return page
  }

  async function makeClosedShow(marks: number[][]): Promise<Show> {
    const criterionAwards = ['made-with']
    const newShow = await makeShow(server.address, server.ownerKey, {
      ...{ entries: sampleEntries.slice(0, marks.length), event: { criterionAwards, publishes: 'everything' } },
    })
    await newShow.cue({ cue: 'open-doors' })
    for (const [n, row] of marks.entries()) {
      await newShow.cue({ cue: 'next' })
      for (const [judge, mark] of row.entries()) await newShow.score(judge, n, mark)
    }
    await newShow.cue({ cue: 'close-scoring' })
    return newShow
  }

  const at = (page: string) => `/e/${show.event.slug}${page}`
  const team = (n: number) => show.entries[n]!.team
  const waitForText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })

  async function tabTo(page: Page, target: Locator): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key never came to ${target}`)
  }
  async function decide(page: Page, form: Locator, reason: string, label: string): Promise<void> {
    await tabTo(page, form.getByLabel('Who decides'))
    await page.keyboard.type(chair)
    await page.keyboard.press('Tab')
    await page.keyboard.type(reason)
    await tabTo(page, button(form, label))
    await page.keyboard.press('Enter')
    await waitForText(page, /^Recorded: /)
  }

  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it('the review names nobody who leads while the order is covered', async () => {
    show = await makeClosedShow([
      [4, 4, 4],
      [4, 4, 4],
      [2, 1, 2],
    ])
    review = await open(laptopSize)
    await review.goto(`${at('/review')}#k=${show.organiserKey}`)
    await waitForText(review, 'Teams share a place that is announced.')
    const reviewText = await review.locator('body').textContent()
    for (const n of [0, 1, 2]) expect(reviewText).not.toContain(team(n))
    expect(await findFaults(review)).toEqual([])
  })

  it('the chair decides the tie by the keyboard alone', async () => {
    await tabTo(review, button(review, 'Show the winners'))
    await review.keyboard.press('Enter')
    const form = review.getByRole('form', { name: /^1st place is shared by / })
    await tabTo(review, button(form, `${team(1)} up`))
    await review.keyboard.press('Enter')
    await decide(review, form, 'Nearer to residents', 'Give the casting vote')
    await waitForText(review, `Decided by ${chair}’s casting vote: Nearer to residents`)
    await waitForText(review, `The chair has decided the tie of ${team(1)} and ${team(0)}.`)
    expect(await findFaults(review)).toEqual([])
  })

  it('a phone in the room shows the published result and how it came about', async () => {
    const { reveal } = await show.cue({ cue: 'start-reveal' })
    for (let step = 0; step < reveal.of; step += 1) await show.cue({ cue: 'reveal-next' })
    phone = await open(phoneSize)
    await phone.goto(at(''))
    await waitForText(phone, 'Shown so far')
    await show.cue({ cue: 'publish', by: 'Ann Grant and Bo Lee' })
    await waitForText(phone, 'All teams')
    const winner = phone.getByRole('listitem').filter({ hasText: /^Winner/ })
    expect(await winner.textContent()).toContain(team(1))
    await waitForText(phone, /^Best for “/)
    await waitForText(phone, `Decided by ${chair}’s casting vote: Nearer to residents`)
    expect(await findFaults(phone)).toEqual([])
    await phone.getByRole('link', { name: 'How the scores were added up' }).tap()
    await waitForText(phone, 'How the scores are added up')
    expect(await findFaults(phone)).toEqual([])
  })

  it('the record names who decided, and who released it', async () => {
    await phone.goBack()
    await phone.getByRole('link', { name: 'The record' }).tap()
    await waitForText(phone, 'Ann Grant and Bo Lee')
    await waitForText(phone, `${team(1)} and ${team(0)}, in this order, decided by ${chair}’s casting vote.`)
    expect(await findFaults(phone)).toEqual([])
  })

  it('the history is for the organiser, and lists every press and every edit', async () => {
    await phone.goto(at('/history'))
    await waitForText(phone, 'The history is for the organiser')
    await waitForText(review, 'The result has been published')
    await review.getByRole('link', { name: 'The history' }).click()
    await waitForText(review, 'The doors were opened')
    await waitForText(review, `${team(2)} was called on stage`)
    await waitForText(review, 'The result was published, released by Ann Grant and Bo Lee')
    await review.getByText('3 edits of 3 ballots').first().click()
    await waitForText(review, new RegExp(`^${team(0)}: “.+” 4`))
    expect(await findFaults(review)).toEqual([])
  })

  it('the chair names joint what is too close to call, where the review says so', async () => {
    show = await makeClosedShow([
      [5, 4, 5],
      [4, 5, 4],
      [1, 1, 2],
    ])
    await review.goto(`${at('/review')}#k=${show.organiserKey}`)
    await waitForText(review, 'First and second place are too close to call.')
    expect(await review.locator('body').textContent()).not.toContain(team(0))
    await button(review, 'Show the winners').click()
    const form = review.getByRole('form', { name: /^Name(d| them) joint: / })
    await waitForText(review, 'They share the place; the next team keeps its own: 1, 1, 3.')
    await decide(review, form, 'A hair apart', 'Name them joint')
    await waitForText(review, `The chair has named ${team(0)} and ${team(1)} joint: they share 1st place.`)
    await waitForText(review, `Named joint by ${chair}: A hair apart`)
    await button(review, 'Give the decision again').waitFor()
    expect(await findFaults(review)).toEqual([])
  })

  it('no page failed', () => {
    expect(failures).toEqual([])
  })
})
