import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { packageRoot } from '../../api/operations/package-root.ts'
import { deskSize, laptopSize, phoneSize, stageSize } from '../browser/support/open-browser.ts'

export const sizes = {
  stage: stageSize,
  'stage-4-3': { viewport: { width: 1024, height: 768 } },
  desk: deskSize,
  laptop: laptopSize,
  phone: phoneSize,
  'small-phone': { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
  'phone-sideways': { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>

export type Size = keyof typeof sizes
export type Take = {
  name: string
  address: string
  size: Size
  dark?: boolean
  whole?: boolean
  act?: (page: Page) => Promise<void>
}

// Fonts, the feed's first update, a fade between two scenes, and the pause before a name.
const settleMs = 1700

export function makeCamera(browser: Browser, url: string) {
  const folder = join(packageRoot, 'test/pictures/out')
  mkdirSync(folder, { recursive: true })
  let pictureCount = 0

  async function open(size: Size, dark = false): Promise<Page> {
    const colorScheme = dark ? 'dark' : 'light'
    const context = await browser.newContext({ ...sizes[size], baseURL: url, colorScheme, locale: 'en-GB' })
    return context.newPage()
  }

  return {
    open,
    taken: () => pictureCount,
    async take({ name, address, size, dark, whole, act }: Take): Promise<void> {
      const page = await open(size, dark)
      await page.goto(address)
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(settleMs)
      await act?.(page)
      await page.screenshot({
        path: join(folder, `${name}-${size}${dark ? '-dark' : ''}.png`),
        fullPage: whole ?? false,
      })
      await page.context().close()
      pictureCount += 1
    },
  }
}

export type Camera = ReturnType<typeof makeCamera>
