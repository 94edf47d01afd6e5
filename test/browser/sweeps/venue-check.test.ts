import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltServer } from '../support/built-server.ts'
import { makeShow, type Show } from '../support/driven-show.ts'
import { browserLimitMs, phoneSize } from '../support/open-browser.ts'
import { startReadyServer } from '../support/ready-server.ts'
import { connectBrowser } from '../support/shared.ts'

/** Quick or slow: how long an answer takes depends on the machine that runs the test. */
const serverReached = /^The server (answers|takes)/

describe('the venue check', () => {
  let server: BuiltServer
  let browser: Browser
  let show: Show
  const failures: string[] = []

  beforeAll(async () => {
    server = await startReadyServer({ publicUrl: 'http://hall.test:3000' })
    browser = await connectBrowser()
    show = await makeShow(server.address, server.ownerKey, { judges: [] })
  }, browserLimitMs)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function open(prepare?: (context: BrowserContext) => Promise<void>, query = ''): Promise<Page> {
    const context = await browser.newContext({ ...phoneSize, baseURL: server.address })
    await prepare?.(context)
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (failure) => failures.push(failure.message))
    await page.goto(`/e/${show.event.slug}/check${query}`)
    return page
  }
  const line = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`^.?${name}:`) })
  const waitForLine = (page: Page, name: string, words: string | RegExp) => line(page, name).getByText(words).waitFor()

  it('notices a network that is cut while it is open, and recovers by itself', async () => {
    const page = await open()
    await page.getByText(/^Checked:/).waitFor()
    await waitForLine(page, 'Server', serverReached)
    await waitForLine(page, 'Live updates', 'come through')
    await page.context().setOffline(true)
    await waitForLine(page, 'Server', 'does not reach the server')
    await waitForLine(page, 'Who follows', 'Nobody can be counted')
    await page.context().setOffline(false)
    await waitForLine(page, 'Server', serverReached)
    await page.getByText(/^Checked:/).waitFor()
    await page.context().close()
  })

  it('notices a server that accepts requests and answers none', async () => {
    const page = await open(async (context) => {
      await context.route('**/api/time', () => {})
    })
    await waitForLine(page, 'Server', 'does not reach the server')
    await page.context().close()
  })

  it('notices a proxy that holds the feed back', async () => {
    const page = await open(async (context) => {
      await context.route('**/feed?*', () => {})
    })
    await waitForLine(page, 'Server', serverReached)
    await waitForLine(page, 'Live updates', 'held back')
    await page.context().close()
  })

  it('finds the server again by itself while the feed is held back', async () => {
    let reachable = false
    const page = await open(async (context) => {
      await context.route('**/feed?*', () => {})
      await context.route('**/api/time', (route) => (reachable ? route.continue() : route.abort()))
    })
    await waitForLine(page, 'Server', 'does not reach the server')
    reachable = true
    await waitForLine(page, 'Server', serverReached)
    await page.context().close()
  })

  it('greets whoever came by the code, counts the others, and names nobody', async () => {
    const first = await open()
    await waitForLine(first, 'Code', 'Scan the code below')
    const address = await first.getByRole('img', { name: /QR code/ }).getAttribute('aria-label')
    const { pathname, search, host } = new URL(address?.replace('QR code for ', '') ?? '')
    expect([host, pathname]).toEqual(['hall.test:3000', `/e/${show.event.slug}/check`])
    const phone = await open(undefined, search)
    await waitForLine(phone, 'Code', 'can be read')
    await waitForLine(first, 'Who follows', 'Beside this page, 1 screen or phone follows')
    await phone.context().close()
    await waitForLine(first, 'Who follows', 'Nobody else')
    await first.context().close()
  })

  it('asks whether the tone was audible, and names the remedy when it was not', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Play the tone' }).tap()
    await page.getByRole('button', { name: 'No', exact: true }).tap()
    await waitForLine(page, 'Sound', 'where the sound goes')
    await page.context().close()
  })

  it('notices that the screen stays awake again after it was hidden', async () => {
    const page = await open(async (context) => {
      await context.addInitScript(() => {
        // A test's window is never hidden, so the lock is released as the browser would.
        const request = () => {
          const lock = Object.assign(new EventTarget(), { released: false, release: async () => {} })
          Object.assign(window, {
            letGo: () => Object.assign(lock, { released: true }).dispatchEvent(new Event('release')),
          })
          return Promise.resolve(lock)
        }
        Object.defineProperty(navigator, 'wakeLock', { value: { request } })
      })
    })
    await waitForLine(page, 'Awake', 'look at another window')
    await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo())
    await waitForLine(page, 'Awake', 'was again')
    await page.context().close()
  })

  it('no page failed', () => {
    expect(failures).toEqual([])
  })
})
