import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow, type Show } from '../../support/driven-show.ts'
import { browserLimitMs, deskSize, stageSize } from '../../support/open-browser.ts'
import { connectBrowser, sharedServer } from '../../support/shared.ts'

/** Records a WebM film in the browser: green, `seconds` long. */
async function recordFilm(page: Page, seconds: number): Promise<Buffer> {
  const base64 = await page.evaluate(async (lengthMs) => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 180
    const pen = canvas.getContext('2d')!
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = (e) => parts.push(e.data)
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    const began = performance.now()
    while (performance.now() - began < lengthMs) {
      pen.fillStyle = '#00c060'
      pen.fillRect(0, 0, 320, 180)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    recorder.stop()
    await stopped
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, seconds * 1000)
  return Buffer.from(base64, 'base64')
}

describe('a film', { timeout: 120_000 }, () => {
  const server = sharedServer()
  let browser: Browser
  let film: Buffer
  beforeAll(async () => {
    browser = await connectBrowser()
    const page = await browser.newPage()
    await page.goto(server.address)
    film = await recordFilm(page, 2)
    await page.close()
  }, browserLimitMs)
  afterAll(() => browser?.close())

  async function openDesk(context: BrowserContext, show: Show): Promise<Page> {
    const desk = await context.newPage()
    await desk.setViewportSize(deskSize.viewport)
    await desk.goto(`${server.address}/present/${show.event.slug}/desk#k=${show.organiserKey}`)
    await desk.getByRole('button', { name: 'Film' }).waitFor()
    return desk
  }
  async function openStage(context: BrowserContext, show: Show): Promise<Page> {
    const stage = await context.newPage()
    await stage.setViewportSize(stageSize.viewport)
    await stage.goto(`${server.address}/present/${show.event.slug}`)
    await stage.locator('h2').first().waitFor()
    return stage
  }
  const choose = (desk: Page, name: string, mimeType: string, buffer: Buffer) =>
    desk.getByLabel('MP4 or WebM').setInputFiles({ name, mimeType, buffer })
  const stateOf = (stage: Page) => stage.locator('[data-film]').getAttribute('data-film')
  const isPlaying = (stage: Page) =>
    stage.evaluate(() => {
      const video = document.querySelector('video')
      return Boolean(video && !video.paused && video.currentTime > 0 && video.videoWidth === 320)
    })

  it('is handed from the desk to the stage of the same browser, with no request, and plays there', async () => {
    const show = await makeShow(server.address, server.ownerKey)
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    const context = await browser.newContext()
    const stage = await openStage(context, show)
    const desk = await openDesk(context, show)
    const requests: string[] = []
    context.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await desk.keyboard.press('v')
    await desk.getByText('This desk has no film of this team.').waitFor()
    // The question is about the film, so the button that calls the next team does not answer it.
    expect(await desk.getByRole('button', { name: 'Go on anyway' }).count()).toBe(0)
    await desk.getByRole('button', { name: /^Call them on/ }).waitFor()
    // The question is about the film, not about the next team.
    await desk.getByRole('button', { name: 'Call them on' }).waitFor()
    await desk.getByRole('button', { name: 'Film' }).click()
    await choose(desk, 'demo.webm', 'video/webm', film)
    await desk.getByText('Ready on the stage of this computer').waitFor()
    expect(requests.filter((request) => request.includes('film'))).toEqual([])

    // Each of the two windows may be loaded again while the other stays.
    await desk.reload()
    await desk.getByRole('button', { name: 'Film' }).click()
    await desk.getByText('Ready on the stage of this computer').waitFor()
    await choose(desk, 'demo.webm', 'video/webm', film)
    await desk.getByText('Ready on the stage of this computer').waitFor()
    await stage.reload()
    await stage.locator('h2').first().waitFor()
    await desk.getByRole('button', { name: 'Play the film' }).click()
    await expect.poll(() => isPlaying(stage)).toBe(true)
    await expect.poll(() => stage.locator('[data-film]').count(), { timeout: 20_000 }).toBe(0)
    await desk.getByText('The film has ended.').waitFor()
    // Over at the desk as well: its small copy shows the team again, and the key plays the film once more.
    await desk.getByRole('button', { name: 'Play the film' }).waitFor()
    await expect.poll(() => desk.locator('[data-film]').count()).toBe(0)
    await desk.locator('body').press('v')
    await expect.poll(() => isPlaying(stage)).toBe(true)
    // A clicker ends no demo.
    await desk.locator('body').press('PageDown')
    await desk.getByText('V ends the film first').waitFor()
    expect((await show.cue({ cue: 'show-film' })).onStage?.id).toBe(show.entries[0]!.id)
    await desk.getByRole('button', { name: 'Stop the film' }).click()
    await expect.poll(() => stage.locator('[data-film]').count()).toBe(0)
    expect(await isPlaying(stage)).toBe(false)

    await desk.getByRole('button', { name: 'Remove' }).click()
    await desk.getByText('The film was removed.').waitFor()
    await desk.reload()
    await desk.getByRole('button', { name: 'Film' }).click()
    await desk.getByLabel('MP4 or WebM').waitFor()
    await desk.locator('body').press('v')
    await desk.getByText('This desk has no film of this team.').waitFor()
    // Another desk may have one.
    await desk.waitForTimeout(400)
    await desk.locator('body').press('v')
    await expect.poll(() => stateOf(stage)).toBe('failed')
    await context.close()
  })

  it('that does not start shows the team’s picture or name, and the desk says so', async () => {
    const show = await makeShow(server.address, server.ownerKey)
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    const context = await browser.newContext()
    const stage = await openStage(context, show)
    const desk = await openDesk(context, show)
    await desk.getByRole('button', { name: 'Film' }).click()
    await choose(desk, 'notes.txt', 'text/plain', Buffer.from('No film'))
    await desk.getByText('notes.txt is no film. Choose an MP4 or WebM file.').waitFor()
    await choose(desk, 'broken.webm', 'video/webm', Buffer.from('This is no film'))
    await desk.getByText('The browser of this stage cannot play this file.').waitFor()
    await desk.getByRole('button', { name: 'Play the film' }).click()
    await desk.getByText('The film did not start.').waitFor()
    expect(await stateOf(stage)).toBe('failed')
    await stage.locator('[data-film] h2').waitFor()
    await desk.locator('body').press('v')
    await expect.poll(() => stage.locator('[data-film]').count()).toBe(0)
    await context.close()
  })

  it('uploaded at one computer plays at another, after the network is cut', async () => {
    const show = await makeShow(server.address, server.ownerKey)
    await show.cue({ cue: 'open-doors' })
    await show.cue({ cue: 'next' })
    const [deskContext, stageContext] = [await browser.newContext(), await browser.newContext()]
    const stage = await openStage(stageContext, show)
    const desk = await openDesk(deskContext, show)
    await desk.getByRole('button', { name: 'Film' }).click()
    await choose(desk, 'demo.webm', 'video/webm', film)
    await desk.getByText('No stage is open in this browser.').waitFor()
    await desk.getByRole('button', { name: /^Upload for/ }).click()
    await desk.getByText('Uploaded. Each stage fetches it before the team’s turn.').waitFor()
    const fetchedBytes = () =>
      stage.evaluate(() => {
        const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        return requests.filter(({ name }) => name.includes('/film?v=')).map(({ decodedBodySize }) => decodedBodySize)
      })
    await expect.poll(fetchedBytes).toEqual([film.length])
    await stageContext.route('**/film?v=*', (route) => route.abort())
    await desk.getByRole('button', { name: 'Play the film' }).click()
    await expect.poll(() => isPlaying(stage)).toBe(true)
    await deskContext.close()
    await stageContext.close()
  })
})
