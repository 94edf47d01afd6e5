import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, deskSize, phoneSize, stageSize } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

describe('captions and the space for an interpreter', () => {
  const server = sharedServer()
  let pages: PagePool
  let show: Show
  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    show = await makeShow(server.address, server.ownerKey, { event: { captions: true, interpreter: 'right' } })
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
  }, browserLimitMs)
  afterAll(() => pages?.close())

  it('are typed at the desk, read above the scene and on a phone that wants them, and leave the scene whole', async () => {
    const { slug } = show.event
    const { team } = show.entries[0]!
    await pages.use(stageSize, async (stage) => {
      await stage.goto(`/present/${slug}`)
      await stage.getByRole('heading', { name: team }).waitFor()
      await pages.use(phoneSize, async (phone) => {
        await phone.goto(`/e/${slug}`)
        await phone.getByRole('button', { name: 'Show captions' }).tap()
        await phone.getByText('Captions appear here').waitFor()
        await pages.use(deskSize, async (desk) => {
          await desk.goto(`/present/${slug}/desk#k=${show.organiserKey}`)
          await desk.getByRole('button', { name: 'Captions' }).click()
          await desk.getByLabel(/^Caption/).fill('Good evening, everyone')
          await desk.getByLabel(/^Caption/).press('Enter')
          await stage.getByText('Good evening, everyone').waitFor()
          await phone.getByText('Good evening, everyone').waitFor()
          await desk
            .getByLabel(/^Caption/)
            .and(desk.locator(':focus'))
            .waitFor()
        })
      })
      const { width, height } = stage.viewportSize()!
      const caption = (await stage.getByText('Good evening, everyone').boundingBox())!
      const heading = (await stage.getByRole('heading', { name: team }).boundingBox())!
      expect(caption.y + caption.height).toBeLessThan(heading.y)
      expect(caption.y + caption.height).toBeLessThanOrEqual(height * 0.25)
      const clock = (await stage.locator('[data-clock]').boundingBox())!
      expect(clock.x + clock.width).toBeLessThan(width * 0.75)
      expect(await stage.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })
  })
})
