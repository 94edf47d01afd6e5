import type { Browser, Page } from 'playwright-core'
import { deskSize, openBrowser, stageSize } from '../../browser/support/open-browser.ts'
import { startServer } from '../built-server.ts'
import { nameKeeper } from '../name-keeper.ts'
import { openShow } from '../show.ts'
import { round, spread } from '../stats.ts'

type Sizes = { teams: number; pages: number }
type Samples = { page: number[]; scene: number[]; roundTrip: number[] }
type Target = '[data-slides] img' | '[data-leaving]'

/** One that fills the limit for a page, as a photograph does. */
function drawPage(seed: number): Promise<string> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 1920, height: 1080 })
  const pen = canvas.getContext('2d')!
  for (let n = 0; n < 9000; n += 1) {
    pen.fillStyle = `hsl(${(n * 47 + seed * 31) % 360} 60% ${20 + (n % 60)}%)`
    pen.fillRect((n * 7919 + seed * 97) % 1920, (n * 104729 + seed * 53) % 1080, 9 + (n % 70), 9 + (n % 50))
  }
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => {
        const reader = new FileReader()
        reader.onload = () => resolve((reader.result as string).split(',')[1]!)
        reader.readAsDataURL(blob!)
      },
      'image/webp',
      0.9,
    )
  })
}

/**
 * Resolves on the stage at the moment at which the target's change was on the screen: of a picture when the browser has presented it, of
 * anything else at the frame after the one that draws it.
 */
function seenAt(target: string): Promise<number> {
  return new Promise((resolve) => {
    const report = () => {
      const element = document.querySelector(`main ${target}`)
      if (!element) return
      mutations.disconnect()
      if (element instanceof HTMLImageElement) {
        element.setAttribute('elementtiming', 'page')
        new PerformanceObserver((list, presented) => {
          presented.disconnect()
          const [entry] = list.getEntries() as (PerformanceEntry & { renderTime: number })[]
          resolve(performance.timeOrigin + entry!.renderTime)
        }).observe({ type: 'element' })
      } else
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
    }
    const mutations = new MutationObserver(report)
    mutations.observe(document.body, { subtree: true, childList: true, attributes: true })
    report()
  })
}

function recordPresses() {
  addEventListener(
    'keydown',
    (e) => Object.assign(globalThis, { pressedAt: performance.timeOrigin + e.timeStamp }),
    true,
  )
}

async function measurePress(desk: Page, stage: Page, key: string, target: Target): Promise<number> {
  const seen = stage.evaluate(seenAt, target)
  await desk.keyboard.press(key)
  const at = await seen
  return at - (await desk.evaluate(() => (globalThis as unknown as { pressedAt: number }).pressedAt))
}

const roundTrip = (desk: Page) =>
  desk.evaluate(async () => {
    const startedAt = performance.now()
    await (await fetch('/api/time')).text()
    return performance.now() - startedAt
  })

/**
 * N: from the key at the desk to the first page of a preloaded deck on the stage, both windows of one laptop. In turn with the same way for
 * a scene without pictures (blank), and with an empty request of the desk's page.
 */
export async function benchSlides({ teams, pages }: Sizes, runs: number) {
  const server = await startServer()
  const browser = await openBrowser('whole')
  try {
    const pictures = await drawPages(browser, pages)
    const samples: Samples = { page: [], scene: [], roundTrip: [] }
    for (let run = 0; run < runs; run += 1) await measureShow(browser, server.address, teams, pictures, samples)
    return {
      ...{ presses: samples.page.length, pages, pageBytes: Math.max(...pictures.map(({ length }) => length)) },
      pageMs: figures(samples.page),
      sceneMs: figures(samples.scene),
      roundTripMs: figures(samples.roundTrip),
      reach: { pageP99: 150 },
    }
  } finally {
    await browser.close()
    await server.kill()
  }
}

async function measureShow(browser: Browser, address: string, teams: number, pictures: Buffer[], samples: Samples) {
  const show = await openShow(address, { entries: teams, judges: 1 })
  await sendDecks(address, show, pictures)
  const slug = show.path.split('/').at(-1)!
  const context = await browser.newContext({ ...deskSize, baseURL: address })
  await context.addInitScript(nameKeeper)
  const [desk, stage] = [await context.newPage(), await context.newPage()]
  await desk.addInitScript(recordPresses)
  await stage.setViewportSize(stageSize.viewport)
  await stage.goto(`/present/${slug}`)
  await desk.goto(`/present/${slug}/desk#k=${show.key}`)
  for (const entryId of show.entryIds) {
    await show.cue('call', { entryId })
    // Also ends the introduction.
    await show.cue('start-timer')
    // And those of the next team, which are loaded while this one talks.
    const decks = entryId === show.entryIds.at(-1) ? 1 : 2
    await desk
      .getByText(`${pictures.length} pages ready on the projector`)
      .nth(decks - 1)
      .waitFor()
    // A press at a desk that does not know the last cue yet is refused.
    await desk.getByRole('button', { name: /^Pause/ }).waitFor()
    // First, because a window's very first press takes longer: in an evening that is never the slides'.
    samples.scene.push(await measurePress(desk, stage, 'b', '[data-leaving]'))
    await show.cue('resume')
    await settle(stage)
    samples.page.push(await measurePress(desk, stage, 'd', '[data-slides] img'))
    await show.cue('hide-slides')
    await desk.getByRole('button', { name: 'Show slides' }).waitFor()
    await settle(stage)
    samples.roundTrip.push(await roundTrip(desk))
    // So that "Pause" tells that the desk knows of the next team's clock.
    await show.cue('pause-timer')
    await desk.getByRole('button', { name: /^Pause/ }).waitFor({ state: 'detached' })
  }
  await context.close()
}

const settle = (stage: Page) =>
  stage.waitForFunction(() => !document.querySelector('main [data-slides], main [data-leaving]'))

function figures(samples: number[]) {
  const { p50, p99 } = spread(samples)
  return { p50: round(p50), p99: round(p99) }
}

async function drawPages(browser: Browser, pages: number): Promise<Buffer[]> {
  const page = await browser.newPage()
  await page.addInitScript(nameKeeper)
  await page.goto('about:blank')
  const pictures: Buffer[] = []
  for (let seed = 1; seed <= pages; seed += 1) pictures.push(Buffer.from(await page.evaluate(drawPage, seed), 'base64'))
  await page.close()
  return pictures
}

async function sendDecks(address: string, show: { path: string; key: string; entryIds: string[] }, pictures: Buffer[]) {
  const headers = { authorization: `Bearer ${show.key}` }
  for (const id of show.entryIds)
    for (const [at, picture] of pictures.entries()) {
      const body = new Blob([new Uint8Array(picture)])
      const response = await fetch(`${address}${show.path}/entries/${id}/slides/${at + 1}`, {
        method: 'PUT',
        headers,
        body,
      })
      if (response.status !== 200) throw new Error(`No page: ${await response.text()}`)
    }
}
