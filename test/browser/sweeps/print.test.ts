import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEntries, createProfiles } from '../../../api/rehearsal/judges/profiles.ts'
import type { BallotEdit } from '../../../api/schema/history.ts'
import { ask } from '../../../web/core/api.ts'
import { awkwardEntries, awkwardJudges } from '../../pictures/awkward.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, laptopSize, phoneSize } from '../support/open-browser.ts'
import { makeLinks, openPrinting, plain } from '../support/printing.ts'
import { sharedServer } from '../support/shared.ts'

describe('everything else that is printed, for many and for long names', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let printing: Awaited<ReturnType<typeof openPrinting>>
  let awkward: Show
  let crowd: Show

  beforeAll(async () => {
    printing = await openPrinting()
    const startsAt = '2026-06-20T15:30:00Z'
    const make = (options: Parameters<typeof makeShow>[2]) => makeShow(server.address, server.ownerKey, options)
    awkward = await make({ entries: awkwardEntries, judges: awkwardJudges, event: { startsAt } })
    const name = 'The Association of Very Thorough Local Authorities’ second annual hack day and tea'
    crowd = await make({ entries: createEntries(60), judges: createProfiles(80, 1), event: { startsAt, name } })
  }, browserLimitMs)
  afterAll(() => printing?.close())

  const choose = (name: RegExp) => (page: Page) => page.getByRole('radio', { name }).check()

  it('eighty badges, four a page, and every code is readable', async () => {
    const page = await printing.open(crowd, 'badges', makeLinks)
    const print = await printing.print(page)
    expect(print.sheets).toHaveLength(20)
    expect(new Set(await printing.readCodes({ ...print, sheets: print.sheets.slice(0, 2) })).size).toBe(8)
  })

  it('table cards and slips: sixty teams, their planned times, and a link that opens the team’s own entry', async () => {
    const cards = await printing.print(await printing.open(crowd, 'cards'))
    expect(cards.sheets).toHaveLength(30)
    expect(cards.texts[1]).toContain(plain('On stage: 3 of 60, about 16:42'))
    // Each card is printed twice, once upside down, and reads back at 3 cm.
    const [first, second] = crowd.entries.map((entry) => `${crowd.event.joinUrl}${entry.code}`.toUpperCase())
    expect(await printing.readCodes({ ...cards, sheets: cards.sheets.slice(0, 1) })).toEqual([
      first,
      first,
      second,
      second,
    ])
    for (const { side } of cards.sheets[0]!.codes) expect(side).toBeLessThanOrEqual(30.1)
    const slips = await printing.print(await printing.open(awkward, 'slips', makeLinks))
    const links = await printing.readCodes(slips)
    expect(links).toHaveLength(awkwardEntries.length)
    const team = await (await printing.browser.newContext(phoneSize)).newPage()
    await team.goto(printing.linkHere(links[1]!))
    await team.getByText(awkwardEntries[1]!.team).first().waitFor()
  })

  it('team badges: one for each person, or for the team where nobody is named, each with the team’s own code', async () => {
    const { event, entries } = awkward
    const badges = await printing.print(await printing.open(awkward, 'team-badges'))
    const expectedCodes = entries.flatMap(({ code, members }) =>
      new Array<string>(Math.max(1, members.length)).fill(`${event.joinUrl}${code}`.toUpperCase()),
    )
    expect(expectedCodes.length).toBeGreaterThan(entries.length)
    expect(await printing.readCodes(badges)).toEqual(expectedCodes)
    for (const { codes } of badges.sheets) for (const { side } of codes) expect(side).toBeLessThanOrEqual(30.1)
  })

  it('promise no turn on stage where teams are scored at their tables', async () => {
    const show = await makeShow(server.address, server.ownerKey, {
      entries: awkwardEntries,
      event: { scoring: 'any-order' },
    })
    await ask(
      show.routes.entries[':id'].$patch({ param: { ...show.param, id: show.entries[0]!.id }, json: { table: 'B 12' } }),
    )
    for (const kind of ['cards', 'run-sheet']) {
      const { texts } = await printing.print(await printing.open(show, kind))
      expect([kind, texts.join('').includes(plain('B 12'))]).toEqual([kind, true])
      for (const text of texts) expect(text).not.toMatch(/Onstage|about\d|Talkquestions/)
    }
  })

  it('paper ballots: two or three a page, none cut, and as many pages as were announced', async () => {
    const page = await printing.open(crowd, 'ballots', (preview) =>
      preview.getByLabel('For whom').selectOption(crowd.judges[7]!.judge.id),
    )
    const sheets = await printing.print(page)
    expect(sheets.sheets.length).toBeLessThan(6)
    for (const { team } of createEntries(60)) expect(sheets.texts.join('')).toContain(plain(team))
    for (const text of sheets.texts) expect(text).toContain(plain(crowd.judges[7]!.judge.name))
    await page.getByLabel('For whom').selectOption('')
    await choose(/^A ballot for each/)(page)
    await page.getByText('That would be 2,400 pages').waitFor()
    const each = await printing.print(await printing.open(awkward, 'ballots', choose(/^A ballot for each/)))
    expect(each.sheets).toHaveLength((awkwardEntries.length * awkwardJudges.length) / 2)
    for (const text of each.texts) expect(text.split(plain('I step aside from this team'))).toHaveLength(3)
    const blank = await printing.print(await printing.open(awkward, 'ballots', choose(/^One page of blank/)))
    expect(blank.sheets).toHaveLength(1)
  })

  it('the run sheet: every team once with its time, then the keys and who to call', async () => {
    const { texts } = await printing.print(await printing.open(crowd, 'run-sheet'))
    const all = texts.join('')
    for (const { team } of createEntries(60)) expect(all.split(plain(`. ${team}`)).length).toBeGreaterThan(1)
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.at(-1)).toContain(plain('Keys of the desk'))
    expect(texts.at(-1)).toContain(plain('Who to call'))
  })

  it('the run sheet in large print: no word below 16 point, every team, none cut', async () => {
    const page = await printing.open(crowd, 'run-sheet', async (preview) => {
      await preview.getByText('Large print').click()
    })
    const smallest = await page
      .locator('[data-sheet] :is(p, th, td, dt, dd, li, h2, h3)')
      .evaluateAll((elements) =>
        Math.min(...elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
      )
    expect(smallest * 0.75).toBeGreaterThanOrEqual(15.99)
    const { texts } = await printing.print(page)
    const all = texts.join('')
    for (const { team } of createEntries(60)) expect(all.split(plain(`. ${team}`)).length).toBeGreaterThan(1)
    expect(texts.at(-1)).toContain(plain('Who to call'))
  })

  it('paper ballots copied back by keyboard alone: a phone’s ballot needs a confirmation, and stays hidden', async () => {
    await awkward.cue({ cue: 'open-doors' })
    await awkward.cue({ cue: 'next' })
    await awkward.score(1, 0, 2, 'Mine alone')
    const page = await (await printing.browser.newContext({ ...laptopSize, baseURL: server.address })).newPage()
    page.setDefaultTimeout(60_000)
    const payloads: string[] = []
    page.on('response', async (response) => {
      const path = new URL(response.url()).pathname
      // A stream never ends, so another test covers it.
      if (path.startsWith('/api/') && !path.includes('/feed/') && !path.endsWith('/feed'))
        payloads.push(await response.text().catch(() => ''))
    })
    await page.goto(`/e/${awkward.event.slug}/paper#k=${awkward.organiserKey}`)
    await page.getByText('Ballots of 1 of 4 judges').waitFor()
    const type = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.getByRole('radio').first().focus()
    await type('4', '3', '5', '9', '2', 'Enter')
    await page.getByText(/^Saved: /).waitFor()
    const judge = page.getByLabel('Judge', { exact: true })
    await expect.poll(() => judge.inputValue(), { timeout: 20_000 }).toBe(awkward.judges[2]!.judge.id)
    await judge.selectOption(awkward.judges[1]!.judge.id)
    await page.getByRole('radio').first().focus()
    await type('5', '5', '5', '5', 'Enter')
    await page.getByText('on their phone already').waitFor()
    await type('Enter')
    await page.getByRole('button', { name: 'Save this ballot' }).waitFor()
    expect(await page.getByRole('radio', { name: /^5/ }).first().isChecked()).toBe(true)
    await type('Enter')
    await page.getByText('on their phone already').waitFor()
    await type('Tab', 'Enter')
    await page.getByText(/^Saved: /).waitFor()
    expect(payloads.length).toBeGreaterThan(5)
    for (const text of payloads) expect(text).not.toMatch(/"scores":|Mine alone/)
    await awkward.cue({ cue: 'close-scoring' })
    await page.getByText('Scoring has closed').first().waitFor()
    const { ballots } = await ask<{ ballots: BallotEdit[] | null }>(
      awkward.routes.history.$get({ param: awkward.param }),
    )
    const inOrder = (scores: Record<string, number>) => awkward.event.criteria.map(({ id }) => scores[id]).join('')
    expect(ballots?.map(({ source, scores }) => [source, inOrder(scores)])).toEqual([
      ['phone', '2222'],
      ['paper', '4352'],
      ['paper', '5555'],
    ])
    await page.goto(`/e/${awkward.event.slug}/history`)
    await page.getByText('was copied from paper').first().waitFor()
    await page.goto(`/e/${awkward.event.slug}/review`)
    await page.getByText('2 of them copied from paper').waitFor()
  })
})
