import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from '../../support/driven-show.ts'
import { browserLimitMs, laptopSize } from '../../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../../support/shared.ts'

describe('the links to send', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show
  let page: Page
  let downloads = 0
  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey)
  }, browserLimitMs)
  afterAll(() => browser?.close())

  const section = () => page.locator('#send')
  const works = async (key: string) => {
    const answer = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
    return answer.ok
  }
  const keyOf = (link: string) => link.slice(link.indexOf('#k=') + 3)
  async function readCsv(): Promise<string[][]> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section().getByRole('button', { name: 'Download a CSV for mail merge' }).click(),
    ])
    const file = join(tmpdir(), `${show.event.slug}-${downloads++}.csv`)
    await download.saveAs(file)
    const text = await readFile(file, 'utf8')
    await rm(file)
    return text
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.split(','))
  }

  it('are made for those who have none, and those that were sent go on working', async () => {
    const context = await browser.newContext({ ...laptopSize, baseURL: server.address, reducedMotion: 'reduce' })
    page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`/e/${show.event.slug}/organise/links#k=${show.organiserKey}`)
    expect(await works(show.teamKeys[0]!)).toBe(true)
    await page.reload()
    const [teams, judges] = [show.entries.length - 1, show.judges.length]
    await section().getByText(`${teams} teams and ${judges} judges have no link yet.`).waitFor()
    await section()
      .getByRole('button', { name: `Make ${teams + judges} links` })
      .click()
    await section()
      .getByText(`${teams + judges} links to send.`)
      .waitFor()
    const rows = await readCsv()
    expect(rows[0]).toEqual(['\uFEFFName', 'Organisation', 'Role', 'Link'])
    expect(rows).toHaveLength(1 + teams + judges)
    expect(rows.map(([name]) => name)).not.toContain(show.entries[0]!.team)
    for (const key of [keyOf(rows[1]!.at(-1)!), show.teamKeys[1]!, show.judges[0]!.key])
      expect(await works(key)).toBe(true)
  })

  it('stay in the tab that made them: the page to print uses them, and makes no new ones', async () => {
    const before = await readCsv()
    await section().getByRole('link', { name: 'Print badges for judges' }).click()
    await page.locator('[data-sheet]').first().waitFor()
    expect(await page.getByRole('button', { name: /^Make \d+ badges?$/ }).count()).toBe(0)
    await page.goBack()
    await section().getByRole('button', { name: 'Copy all' }).waitFor()
    expect(await readCsv()).toEqual(before)
    const stored = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }]))
    for (const row of before.slice(1)) expect(stored).not.toContain(keyOf(row.at(-1)!))
  })

  it('are asked about before they are lost, and no longer once they are printed', async () => {
    const other = await makeShow(server.address, server.ownerKey)
    const tab = await page.context().newPage()
    await tab.goto(`/e/${other.event.slug}/organise/links#k=${other.organiserKey}`)
    const asked: string[] = []
    tab.on('dialog', async (dialog) => {
      asked.push(dialog.type())
      await dialog.dismiss()
    })
    const leave = () => tab.evaluate(() => location.assign('about:blank'))
    await tab.getByRole('button', { name: /^Make \d+ links$/ }).click()
    await tab.getByText(/links to send/).waitFor()
    await leave()
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await tab.getByText('Show them as text').click()
    await tab.getByRole('link', { name: 'Print badges for judges' }).click()
    await tab.locator('[data-sheet]').first().waitFor()
    await tab.getByRole('link', { name: 'Before', exact: true }).click()
    await tab.getByRole('link', { name: 'Send the links' }).click()
    await leave()
    await expect.poll(() => asked).toHaveLength(2)
    for (const kind of ['badges', 'slips']) {
      await tab.getByRole('link', { name: new RegExp(`^Print ${kind}`) }).click()
      await tab.locator('[data-sheet]').first().waitFor()
      await tab.evaluate(() => dispatchEvent(new Event('afterprint')))
      await tab.getByRole('link', { name: 'Before', exact: true }).click()
      await tab.getByRole('link', { name: 'Send the links' }).first().click()
    }
    await tab.getByRole('button', { name: /^Mark \d+ links as sent/ }).waitFor()
    await leave()
    await tab.waitForURL('about:blank')
    expect(asked).toHaveLength(2)
  })

  it('are all replaced only after a question that says what stops', async () => {
    const [, row] = await readCsv()
    await section()
      .getByRole('button', { name: /^Mark \d+ links as sent/ })
      .click()
    await section().getByText('Everyone has a link.').waitFor()
    await section().getByText('More', { exact: true }).click()
    await section().getByRole('button', { name: 'Make new links for all…' }).click()
    await section()
      .getByText(/Every link that you sent before stops working/)
      .waitFor()
    await section().getByRole('button', { name: 'Stop the old links and make new ones' }).click()
    await section().getByText('The earlier ones no longer work').waitFor()
    for (const key of [keyOf(row!.at(-1)!), show.teamKeys[0]!]) await expect.poll(() => works(key)).toBe(false)
    expect(await works(keyOf((await readCsv())[1]!.at(-1)!))).toBe(true)
    await page.context().close()
  })
})
