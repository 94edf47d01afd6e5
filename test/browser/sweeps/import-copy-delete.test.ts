import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, createApi } from '../../../web/core/api.ts'
import type { BuiltServer } from '../support/built-server.ts'
import { makeShow } from '../support/driven-show.ts'
import { browserLimitMs, deskSize, laptopSize, phoneSize, stageSize } from '../support/open-browser.ts'
import { startReadyServer } from '../support/ready-server.ts'
import { connectBrowser } from '../support/shared.ts'

describe('afterwards, in a browser,', () => {
  let server: BuiltServer
  let browser: Browser
  const failures: string[] = []
  beforeAll(async () => {
    server = await startReadyServer()
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function open(address: string, size: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...size, baseURL: server.address, locale: 'en-GB' })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (failure) => failures.push(failure.message))
    await page.goto(address)
    return page
  }
  const waitForText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const focused = (target: Locator) =>
    expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true)

  it('the owner imports an event from its file; a damaged file is named at the place, and imports nothing', async () => {
    const show = await makeShow(server.address, server.ownerKey, { event: { name: 'Imported day' } })
    const { slug } = show.event
    const call = (path: string, key: string, method = 'GET', body?: object) =>
      fetch(`${server.address}/api/events/${slug}${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      })
    const archive = await (await call('/archive', show.organiserKey)).text()
    const page = await open(`/owner#k=${server.ownerKey}`, laptopSize)
    const choose = (text: string) =>
      page
        .getByLabel('The event’s file')
        .setInputFiles({ name: `${slug}.json`, mimeType: 'application/json', buffer: Buffer.from(text) })
    await choose(archive)
    await waitForText(page, 'This event, or another at the same address, is here already.')
    expect((await call('', server.ownerKey, 'DELETE', { name: show.event.name })).status).toBe(200)

    const damaged = JSON.parse(archive)
    damaged.entries[1].slot = damaged.entries[0].slot
    await choose(JSON.stringify(damaged))
    await waitForText(page, /This file has been changed or damaged at “entries\/1/)
    await choose(archive.slice(0, archive.length / 2))
    await waitForText(page, 'This file is incomplete, or is not an event of Demo Hour. Nothing was imported.')
    expect((await call('', server.ownerKey)).status).toBe(404)

    await choose(archive)
    await page.waitForURL(`**/e/${slug}/organise*`)
    await waitForText(page, 'Imported day')
    await page.context().close()
    expect((await call('', server.ownerKey, 'DELETE', { name: show.event.name })).status).toBe(200)
  })

  it('an event is deleted with the keyboard by whoever types its name, and every open screen says that it is gone', async () => {
    const show = await makeShow(server.address, server.ownerKey, { event: { name: 'Hac Cymru' } })
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    const at = `/e/${show.event.slug}`
    const team = show.entries[0]!.team
    const screens = await Promise.all([
      open(`${at}/judge#k=${show.judges[2]?.key}`, phoneSize),
      open(at, phoneSize),
      open(`${at}/team#k=${show.teamKeys[0]}`, phoneSize),
      open(`/present/${show.event.slug}`, stageSize),
      open(`/present/${show.event.slug}/backstage`, deskSize),
      open(`/present/${show.event.slug}/desk#k=${show.organiserKey}`, deskSize),
    ])
    await Promise.all(screens.map((screen) => waitForText(screen, team)))

    const page = await open(`${at}/organise/delete#k=${show.organiserKey}`, laptopSize)
    const first = page.getByRole('button', { name: /^Delete the event/ })
    await first.focus()
    await page.keyboard.press('Enter')
    await focused(page.getByRole('button', { name: 'Keep the event' }))
    await page.keyboard.press('Escape')
    await focused(first)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waitForText(page, 'Please type the name of the event first.')
    await page.getByLabel('To go on, type the name').focus()
    await page.keyboard.type('hac cymru')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waitForText(page, 'The show is not over yet.')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waitForText(page, 'The event is deleted')
    await Promise.all(screens.map((screen) => waitForText(screen, 'This event has been deleted')))
    await screens[0]!.reload()
    await waitForText(screens[0]!, 'This event has been deleted')
    for (const screen of screens) expect(await screen.getByText('Reconnecting').count()).toBe(0)
    for (const screen of [...screens, page]) await screen.context().close()
    expect(failures).toEqual([])
  })

  it('the owner finds one event among many, starts the next from it, and deletes that', async () => {
    const { events: routes } = createApi(server.address, server.ownerKey)
    for (let n = 1; n <= 9; n += 1)
      await ask(routes.$post({ json: { name: `Hack day ${n}`, venue: n === 7 ? 'Y Gŵyl' : '' } }))
    const page = await open(`/owner#k=${server.ownerKey}`, laptopSize)
    await waitForText(page, '9 events')
    await page.getByLabel('Find an event').fill('gwyl HACK')
    await waitForText(page, '1 found')
    await page.getByRole('button', { name: 'More about Hack day 7' }).click()
    await page.getByRole('button', { name: /^Make a new link/ }).click()
    await page.getByRole('button', { name: 'Make a new link', exact: true }).click()
    const link = await page.getByLabel('The new link').inputValue()
    const organiser = await open(link.replace(/^https?:\/\/[^/]+/, ''), laptopSize)
    await waitForText(organiser, 'What is next')
    await page.getByLabel('Name of the new event').fill('Hack day of 2027')
    await page.getByRole('button', { name: 'Set up the new event' }).click()
    await page.waitForURL(/hack-day-of-2027\/organise/)
    await waitForText(page, 'Save this link')
    await page.goto('/owner')
    await page.getByLabel('Find an event').fill('2027')
    await page.getByRole('button', { name: 'More about Hack day of 2027' }).click()
    await page.getByRole('button', { name: /^Delete the event/ }).click()
    await page.getByLabel('To go on, type the name').fill('Hack day of 2027')
    await page.getByRole('button', { name: 'Delete it for good' }).click()
    await waitForText(page, '“Hack day of 2027” is deleted.')
    const { events } = await ask<{ events: { name: string }[] }>(routes.$get())
    expect(events.map((event) => event.name)).not.toContain('Hack day of 2027')
    expect(failures).toEqual([])
  })
})
