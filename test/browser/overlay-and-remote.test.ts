import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { ask } from '../../web/core/api.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, phoneSize } from './support/open-browser.ts'
import { createPagePool, type PagePool } from './support/page-pool.ts'
import { connectBrowser, sharedServer } from './support/shared.ts'

describe('the overlay and the remote control', () => {
  const server = sharedServer()
  let pages: PagePool
  let show: Show
  beforeAll(async () => {
    pages = createPagePool(await connectBrowser(), server.address)
    show = await makeShow(server.address, server.ownerKey)
    await show.addSlides(0, 3)
  }, browserLimitMs)
  afterAll(() => pages?.close())

  const snapshot = () => ask<StageSnapshot>(show.routes.stage.$get({ param: show.param }))

  it('move the show from a phone, over a page that stays transparent', async () => {
    const { slug } = show.event
    const { remoteKey } = await ask<{ remoteKey: string }>(show.routes.links.remote.$post({ param: show.param }))
    await pages.use({ viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' }, async (overlay) => {
      await overlay.goto(`/present/${slug}/overlay`)
      await pages.use(phoneSize, async (phone) => {
        await phone.goto(`/present/${slug}/remote#k=${remoteKey}`)
        await phone.getByRole('button', { name: 'Open the doors' }).tap()
        const { team } = show.entries[0]!
        await phone.getByText(`Next: ${team}`).waitFor()
        await phone.getByRole('button', { name: 'Start', exact: true }).tap()
        await phone.getByText('Nobody is on stage yet').waitFor()
        // By another desk: what was said of the moment before goes with it.
        await show.cue({ cue: 'next' })
        await phone.getByText(team).first().waitFor()
        await phone.getByText(`Next: ${team}`).waitFor({ state: 'detached' })
        expect(await phone.getByText('Nobody is on stage yet').count()).toBe(0)
        await show.cue({ cue: 'undo' })
        await phone.getByText(`Next: ${team}`).waitFor()
        await phone.getByRole('button', { name: 'Next team' }).tap()
        await phone.getByText(`Next: ${team}`).waitFor({ state: 'detached' })
        expect(phone.url()).not.toContain(remoteKey)
        await phone.getByRole('button', { name: 'Start', exact: true }).tap()
        await phone.getByRole('button', { name: 'Pause' }).waitFor()
        await overlay.getByRole('heading', { name: team }).waitFor()
        await overlay.locator('[data-state="running"]').waitFor()
        expect(await alphaAt(await overlay.screenshot({ omitBackground: true }), overlay, 960, 300)).toBe(0)
        const nextTeam = () => phone.getByRole('button', { name: 'Next team' }).boundingBox()
        const place = await nextTeam()
        for (const name of ['Show slides', 'Next page', 'Next page', 'Page back']) {
          await phone.getByRole('button', { name }).tap()
        }
        await phone.getByText('Page 2 of 3').waitFor()
        await expect.poll(async () => (await snapshot()).slides?.page).toBe(2)
        // A button that moved would be pressed for another.
        expect(await nextTeam()).toEqual(place)
        await phone.getByRole('button', { name: 'Hide slides' }).tap()
        await phone.getByRole('button', { name: 'Next page' }).waitFor({ state: 'detached' })
        expect((await snapshot()).onStage?.team).toBe(team)
        // In a break its clock is the break's, which one minute more makes longer.
        const untilAt = new Date(Date.now() + 3_600_000).toISOString()
        await show.cue({ cue: 'break', untilAt })
        await phone.getByText('until the break ends').waitFor()
        await show.cue({ cue: 'resume' })
        await phone.getByText('until the break ends').waitFor({ state: 'detached' })
        await show.cue({ cue: 'close-scoring' })
        await overlay.getByRole('heading', { name: team }).waitFor({ state: 'detached' })
        expect(await overlay.locator('main').innerText()).not.toContain(team)
        await phone.getByText('From here the desk moves the show.').waitFor()
        expect(await phone.getByRole('button').count()).toBe(0)
      })
    })
  })
})

/** The opacity of one pixel of a PNG, 0 to 255, read by a page. */
async function alphaAt(png: Buffer, page: import('playwright-core').Page, x: number, y: number): Promise<number> {
  return page.evaluate(
    async ([address, left, top]) => {
      const picture = new Image()
      picture.src = address
      await picture.decode()
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d')!
      context.drawImage(picture, 0, 0)
      return context.getImageData(left, top, 1, 1).data[3]!
    },
    [`data:image/png;base64,${png.toString('base64')}`, x, y] as const,
  )
}
