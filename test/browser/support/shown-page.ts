import type { BrowserContextOptions, Page } from 'playwright-core'
import type { BuiltServer } from './built-server.ts'
import { makeShow, type Show } from './driven-show.ts'
import { findFaults } from './find-faults.ts'
import { deskSize, laptopSize, phoneSize, stageSize } from './open-browser.ts'
import type { PagePool } from './page-pool.ts'

/** `words` appear once the page is complete; `act` opens what else is to be checked. */
export type ShownPage = {
  address: string
  words: string | RegExp
  size: BrowserContextOptions
  act?: (page: Page) => Promise<void>
}

/** The faults that axe finds: all rules in the first scheme, the rules about colours in the others. */
export async function faultsOf(
  pages: PagePool,
  { address, words, size, act }: ShownPage,
  schemes: ('light' | 'dark')[],
): Promise<string[]> {
  return pages.use({ ...size, reducedMotion: 'reduce' }, async (page) => {
    await page.emulateMedia({ colorScheme: schemes[0] })
    await page.goto(address)
    await page.getByText(words).first().waitFor()
    await act?.(page)
    const faults: string[] = []
    for (const [n, colorScheme] of schemes.entries()) {
      if (n > 0) await page.emulateMedia({ colorScheme })
      const found = await findFaults(page, n === 0 ? 'wcag' : 'colours')
      faults.push(...found.map((fault) => `${colorScheme}: ${fault}`))
    }
    return faults
  })
}

export const narrowPhone = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true }
export type NarrowPage = Omit<ShownPage, 'size'>

export async function widthOf(pages: PagePool, { address, words, act }: NarrowPage): Promise<number> {
  return pages.use(narrowPhone, async (page) => {
    await page.goto(address)
    await page.getByText(words).first().waitFor()
    await act?.(page)
    return page.evaluate(() => document.documentElement.scrollWidth)
  })
}

type Server = Pick<BuiltServer, 'address' | 'ownerKey'>

export async function makeLiveShow({ address, ownerKey }: Server): Promise<Show> {
  const show = await makeShow(address, ownerKey)
  await show.cue({ cue: 'open-doors' })
  await show.cue({ cue: 'next' })
  await show.cue({ cue: 'start-timer' })
  await show.score(0, 0, 4)
  await show.score(1, 0, 3)
  return show
}

export async function makePublishedShow({ address, ownerKey }: Server): Promise<Show> {
  const show = await makeShow(address, ownerKey)
  const { reveal } = await show.playToReveal()
  for (let step = 0; step < reveal.of; step += 1) await show.cue({ cue: 'reveal-next' })
  await show.cue({ cue: 'publish' })
  return show
}

type Place = Pick<ShownPage, 'address' | 'size'>

export const roomAddress = (show: Show) => `/e/${show.event.slug}`
export const judgePage = (show: Show): Place => ({
  address: `${roomAddress(show)}/judge#k=${show.judges[2]?.key}`,
  size: phoneSize,
})
export const teamPage = (show: Show, team: number): Place => ({
  address: `${roomAddress(show)}/team#k=${show.teamKeys[team]}`,
  size: phoneSize,
})
export const organiserPage = (show: Show, page: string, size: BrowserContextOptions = laptopSize): Place => ({
  address: `${roomAddress(show)}/${page}#k=${show.organiserKey}`,
  size,
})
export const deskPage = (show: Show): Place => ({
  address: `/present/${show.event.slug}/desk#k=${show.organiserKey}`,
  size: deskSize,
})
export const stagePage = (show: Show): Place => ({ address: `/present/${show.event.slug}`, size: stageSize })
export const overlayPage = (show: Show): Place => ({ address: `/present/${show.event.slug}/overlay`, size: stageSize })
/** The organiser's key opens it, too. */
export const remotePage = (show: Show): Place => ({
  address: `/present/${show.event.slug}/remote#k=${show.organiserKey}`,
  size: phoneSize,
})
export const backstagePage = (show: Show): Place => ({
  address: `/present/${show.event.slug}/backstage`,
  size: laptopSize,
})
