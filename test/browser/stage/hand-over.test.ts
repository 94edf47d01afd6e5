import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, stageSize } from '../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../support/shared.ts'
import { deskPage } from '../support/shown-page.ts'

const handOver = (page: Page) => page.locator('[data-hand-over]')
const wasShown = (page: Page, team: string) =>
  handOver(page)
    .filter({ hasText: team })
    .waitFor({ timeout: 5_000 })
    .then(
      () => true,
      () => false,
    )

describe('the hand-over on the stage', () => {
  const server = sharedServer()
  let browser: Browser
  let show: Show

  beforeAll(async () => {
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey)
    await show.cue({ cue: 'open-doors' })
  }, browserLimitMs)
  afterAll(() => browser?.close())

  it(
    'introduces the team that was called, on the desk’s small copy too, until the operator starts the clock',
    async () => {
      const [stage, desk] = await Promise.all([browser.newPage(stageSize), browser.newPage(stageSize)])
      await stage.goto(`${server.address}/present/${show.event.slug}`)
      await desk.goto(`${server.address}${deskPage(show).address}`)
      for (const page of [stage, desk]) await page.getByText('Say your name').first().waitFor({ state: 'attached' })
      // On a busy machine six seconds may pass before a page is drawn, so there are several attempts.
      let shown: (typeof show.entries)[number] | undefined
      for (const entry of show.entries) {
        await show.cue({ cue: 'call', entryId: entry.id })
        const both = await Promise.all([stage, desk].map((page) => wasShown(page, entry.team)))
        if (!both.every(Boolean)) continue
        shown = entry
        break
      }
      expect(shown).toBeDefined()
      // A second press skips the rest, whatever is left of it, and calls nobody.
      const onStage = async () => (await show.cue({ cue: 'open-doors' })).onStage?.id
      await show.cue({ cue: 'skip-introduction' })
      for (const page of [stage, desk]) await expect.poll(() => handOver(page).count()).toBe(0)
      expect(await onStage()).toBe(shown!.id)
      await show.cue({ cue: 'start-timer' })
      for (const page of [stage, desk]) {
        await page.locator('[data-state="running"] [data-clock]').first().waitFor({ state: 'attached' })
        await expect.poll(() => handOver(page).count()).toBe(0)
      }
      expect(await stage.getByRole('heading', { name: shown!.team }).count()).toBe(1)
      // A window that opens later shows the same.
      await stage.reload()
      await stage.locator('[data-state="running"] [data-clock]').first().waitFor()
      expect(await handOver(stage).count()).toBe(0)
    },
    browserLimitMs,
  )
})
