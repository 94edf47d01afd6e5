import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

export type PagePool = ReturnType<typeof createPagePool>

/**
 * Pages that tests use one after the other, each time as a browser that has visited nothing. A new page starts a process, which takes four
 * times the processor time of loading one of ours.
 */
export function createPagePool(browser: Browser, origin: string) {
  const idle = new Map<string, Page[]>()

  async function open(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...options, baseURL: origin })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    return page
  }

  return {
    /** A page whose test fails is closed, because it may hold anything. */
    async use<T>(
      options: BrowserContextOptions,
      test: (page: Page, context: BrowserContext) => Promise<T>,
    ): Promise<T> {
      const key = JSON.stringify(options)
      const pages = idle.get(key) ?? []
      idle.set(key, pages)
      const page = pages.pop() ?? (await open(options))
      const context = page.context()
      try {
        const result = await test(page, context)
        await reset(page, context, options)
        pages.push(page)
        return result
      } catch (failure) {
        await context.close()
        throw failure
      }
    },
    close: () => Promise.all([...idle.values()].flat().map((page) => page.context().close())),
  }

  async function reset(page: Page, context: BrowserContext, { viewport }: BrowserContextOptions): Promise<void> {
    await context.setOffline(false)
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    // Of the same origin, so that the process stays, and without a script, so that nothing is stored again.
    await page.goto('/api/time')
    const devTools = await context.newCDPSession(page)
    await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await devTools.detach()
    await context.clearCookies()
    await page.emulateMedia({ colorScheme: null })
    if (viewport) await page.setViewportSize(viewport)
  }
}
