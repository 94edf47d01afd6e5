import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../web/core/api.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, deskSize, phoneSize, stageSize } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

describe('a team that shows its own page and laptop', () => {
  const server = sharedServer()
  let pages: PagePool
  let show: Show
  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    show = await makeShow(server.address, server.ownerKey)
    const [first] = show.entries
    const link = `${server.address}/accessibility`
    await ask(show.routes.entries[':id'].$patch({ param: { ...show.param, id: first!.id }, json: { link } }))
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    await show.cue({ cue: 'start-timer' })
  }, browserLimitMs)
  afterAll(() => pages?.close())

  it('is opened in a window that cannot reach the desk, and leaves its name and clock on the stage', async () => {
    const { slug } = show.event
    await pages.use(stageSize, async (stage) => {
      await stage.goto(`/present/${slug}`)
      await pages.use(deskSize, async (desk, context) => {
        await desk.goto(`/present/${slug}/desk#k=${show.organiserKey}`)
        const opened = context.waitForEvent('page')
        await desk.getByRole('button', { name: 'Open the team’s page' }).click()
        const teamsPage = await opened
        await teamsPage.waitForURL('**/accessibility')
        expect(await teamsPage.evaluate(() => [window.opener, document.referrer])).toEqual([null, ''])
        await teamsPage.close()
        await desk.getByRole('button', { name: 'Own laptop' }).click()
        await stage.getByText('On their own laptop').waitFor()
        await stage.getByRole('heading', { name: show.entries[0]!.team }).last().waitFor()
        await stage.locator('[data-clock]').last().waitFor()
        await pages.use(phoneSize, async (room) => {
          await room.goto(`/e/${slug}`)
          await room.getByRole('timer', { name: 'Stage clock' }).waitFor()
        })
        await desk.getByRole('button', { name: 'Own laptop', pressed: true }).click()
        await stage.getByText('score now').waitFor()
      })
    })
  })

  it('reads its clock on its phone in one line, however far over time', async () => {
    await show.cue({ cue: 'add-time', seconds: -3600 })
    await pages.use({ ...phoneSize, viewport: { width: 320, height: 568 } }, async (phone) => {
      await phone.goto(`/e/${show.event.slug}/team#k=${show.teamKeys[0]}`)
      const clock = phone.getByRole('timer').filter({ hasText: /^\+\d+:\d\d$/ })
      await clock.waitFor()
      expect(
        await clock.evaluate((element) => element.clientHeight / Number.parseFloat(getComputedStyle(element).fontSize)),
      ).toBeLessThan(1.5)
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    })
  })
})
