import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { makeShow } from './support/driven-show.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(async () => {
  await browser?.close()
})
it('looks', { timeout: 280_000 }, async () => {
  const server = await sharedServer()
  const teams = Array.from({ length: 12 }, (_, n) => ({
    title:
      n === 3 ? 'A title of eighty characters that goes on and on until it is really eighty long' : `Project ${n + 1}`,
    team: n === 2 ? 'بلدیاتی خدمات کی ٹیم' : `Team ${n + 1}`,
    summary: n % 2 ? 'A pitch in a sentence, so that people know.' : '',
  }))
  const show = await makeShow(server.address, server.ownerKey, {
    entries: teams as never,
    judges: Array.from({ length: 8 }, (_, n) => ({ name: `Judge ${n + 1}`, role: 'Councillor' })) as never,
  } as never)
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: server.address,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message))
  await page.goto(`/e/${show.event.slug}/organise#k=${show.organiserKey}`)
  await page.getByText('What is next').waitFor()
  const shot = async (name: string) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    console.log(name, height)
    await page.screenshot({ path: `/tmp/h/look-${name}.png`, fullPage: true })
  }
  await shot('home')
  for (const id of [
    'before',
    'on-the-day',
    'after',
    'event',
    'teams',
    'judges',
    'questions',
    'awards',
    'prizes',
    'challenges',
    'links',
    'rehearse',
    'screens',
    'people-here',
    'hand-over',
    'out-of-awards',
    'download',
    'copy',
    'delete',
  ]) {
    await page.goto(`/e/${show.event.slug}/organise/${id}`)
    await page.locator('main h2').first().waitFor()
    await page.waitForTimeout(400)
    await shot(id)
  }
  for (const id of ['review', 'feedback', 'history', 'print', 'paper', 'check']) {
    await page.goto(`/e/${show.event.slug}/${id}`)
    await page.waitForTimeout(1500)
    await shot(id)
  }
})
