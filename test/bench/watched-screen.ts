import type { Browser, Page } from 'playwright-core'
import { nameKeeper } from './name-keeper.ts'

export type Seen = { at: number; text: string }

export type WatchedScreen = {
  name: string
  page: Page
  figures(): Promise<Seen[]>
  said(): Promise<Seen[]>
}

type Noted = { figures: Seen[]; said: Seen[] }

function setWrong(skewMs: number) {
  const RealDate = Date
  class WrongDate extends RealDate {
    constructor(...given: []) {
      if (given.length > 0) super(...given)
      else super(RealDate.now() + skewMs)
    }
    static override now = () => RealDate.now() + skewMs
  }
  globalThis.Date = WrongDate as DateConstructor
}

/** Records in the page when words change, up to a frame before they are visible. True time is the machine's clock. */
function note(places: { figures: string; connection: string }) {
  const noted: Noted = { figures: [], said: [] }
  Object.assign(globalThis, { noted })
  const observe = (place: string, list: Seen[]) => {
    const text = document.querySelector(place)?.textContent ?? ''
    if (text !== list.at(-1)?.text) list.push({ at: performance.timeOrigin + performance.now(), text })
  }
  const lookAtBoth = () => {
    observe(places.figures, noted.figures)
    observe(places.connection, noted.said)
  }
  new MutationObserver(lookAtBoth).observe(document.body, { subtree: true, childList: true, characterData: true })
  lookAtBoth()
}

export async function watchScreen(
  browser: Browser,
  name: string,
  url: string,
  { figures = '[data-clock]', skewMs = 0 } = {},
): Promise<WatchedScreen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  await page.addInitScript(nameKeeper)
  if (skewMs !== 0) await page.addInitScript(setWrong, skewMs)
  await page.goto(url)
  await page.locator(figures).first().waitFor()
  await page.evaluate(note, { figures, connection: '[data-connection]' })
  const noted = (): Promise<Noted> => page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted)
  return { name, page, figures: async () => (await noted()).figures, said: async () => (await noted()).said }
}

export function watchPresenter(browser: Browser, address: string, slug: string, key: string): Promise<WatchedScreen[]> {
  const at = `${address}/present/${slug}`
  return Promise.all([
    watchScreen(browser, 'stage', at),
    watchScreen(browser, 'desk', `${at}/desk#k=${key}`, { figures: '[data-clock-controls] [data-clock]' }),
    watchScreen(browser, 'backstage', `${at}/backstage`),
  ])
}

/** How late each figure appeared, in ms. "1:07" is due when 67 s are left. */
export function lateness(seen: Seen[], endsAtMs: number): number[] {
  return seen.map(({ at, text }) => {
    const [minutes = Number.NaN, seconds = Number.NaN] = text.split(':').map(Number)
    return at - (endsAtMs - (minutes * 60 + seconds) * 1000)
  })
}
