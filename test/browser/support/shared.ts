import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import type { BuiltServer } from './built-server.ts'

export function sharedServer(): Pick<BuiltServer, 'address' | 'ownerKey'> {
  const { address, ownerKey, problem } = inject('shared')
  if (problem !== '') throw new Error(problem)
  return { address, ownerKey }
}

export async function connectBrowser({ everyFrame = false } = {}): Promise<Browser> {
  const { browserEndpoint, problem } = inject('shared')
  if (problem !== '') throw new Error(problem)
  const browser = await chromium.connect(browserEndpoint)
  if (everyFrame) return browser
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    await context.addInitScript(drawTenTimesASecond)
    return context
  }
  return browser
}

/** A clock draws every frame, which takes a tenth of a processor for each page; only tests of clocks need that. */
function drawTenTimesASecond() {
  window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 100)
  window.cancelAnimationFrame = (handle) => window.clearTimeout(handle)
}
