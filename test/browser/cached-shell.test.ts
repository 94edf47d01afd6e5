import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../api/operations/package-root.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { connectBrowser } from './support/shared.ts'

function openShell() {
  let release = 'one'
  let on = true
  let silent = false
  let withAssets = true
  let proxy: 'none' | 502 | 503 | 'sign-in' = 'none'
  const worker = readFileSync(join(packageRoot, 'dist/web/service-worker.js'), 'utf8')
  const server: Server = createServer((request, response) => {
    if (!on) return void request.socket.destroy()
    if (proxy === 'sign-in') return response.setHeader('content-type', 'text/html').end('Sign in to the hall’s Wi-Fi')
    if (proxy !== 'none') return response.writeHead(proxy, { 'content-type': 'text/html' }).end('Bad gateway')
    const { pathname } = new URL(request.url ?? '/', 'http://shell')
    const answer = (type: string, text: string) => response.setHeader('content-type', type).end(text)
    if (pathname === '/service-worker.js')
      return answer('text/javascript', worker.replace(/shell-\w+/, `shell-${release}`))
    if (pathname.startsWith('/assets/')) {
      const hasAsset = withAssets && pathname.endsWith(`-${release}.js`)
      return hasAsset
        ? answer('text/javascript', `document.body.append('release ${release}')`)
        : response.writeHead(404).end()
    }
    const page = `<!doctype html><title>Shell</title><body><script type="module" src="/assets/page-${release}.js"></script>`
    if (silent) return
    return answer('text/html', page)
  })
  return {
    listen: () =>
      new Promise<string>((resolve) =>
        server.listen(0, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}/e/bins`),
        ),
      ),
    deploy(next: string, { assets = true } = {}) {
      release = next
      withAssets = assets
    },
    answerAsProxy(as: typeof proxy) {
      proxy = as
    },
    fallSilent() {
      silent = true
    },
    switch(to: boolean) {
      on = to
      if (!to) server.closeAllConnections()
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

describe('the shell that a phone caches', () => {
  let browser: Browser
  let context: BrowserContext
  let shell: ReturnType<typeof openShell>
  let address: string
  beforeAll(async () => {
    browser = await connectBrowser()
  }, browserLimitMs)
  afterAll(() => browser?.close())
  beforeEach(async () => {
    shell = openShell()
    address = await shell.listen()
    context = await browser.newContext()
  })
  afterEach(async () => {
    await context.close()
    shell.close()
  })

  const open = async (path = '') => {
    const page = await context.newPage()
    await page.goto(address + path)
    return page
  }
  const cachePage = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('/service-worker.js')
      await registration.update()
      await navigator.serviceWorker.ready
      while (registration.installing || registration.waiting) await new Promise((done) => setTimeout(done, 20))
      registration.active?.postMessage(location.pathname)
    })
  const keptReleases = (page: Page) =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const assets = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)),
      )
      return [...new Set(assets.flat().flatMap((url) => /-(\w+)\.js$/.exec(url)?.[1] ?? []))].sort()
    })
  const release = (page: Page) => page.innerText('body')

  it('loses the assets of earlier releases once a new worker has loaded its page', async () => {
    const page = await open()
    await cachePage(page)
    await expect.poll(() => keptReleases(page)).toEqual(['one'])
    for (const next of ['two', 'three']) {
      shell.deploy(next)
      await page.reload()
      expect(await release(page)).toBe(`release ${next}`)
      await cachePage(page)
      await expect.poll(() => keptReleases(page)).toEqual([next])
    }
    shell.switch(false)
    await page.reload()
    expect(await release(page)).toBe('release three')
  })

  it('keeps the assets of a page that is open in another window', async () => {
    const ballot = await open('/judge')
    await cachePage(ballot)
    await expect.poll(() => keptReleases(ballot)).toEqual(['one'])
    shell.deploy('two')
    const room = await open()
    await cachePage(room)
    await expect.poll(() => keptReleases(room)).toEqual(['one', 'two'])
    await new Promise((done) => setTimeout(done, 500))
    expect(await keptReleases(room)).toEqual(['one', 'two'])
    expect(await release(ballot)).toBe('release one')
    shell.switch(false)
    await ballot.reload()
    expect(await release(ballot)).toMatch(/^release (one|two)$/)
    shell.switch(true)
    await ballot.close()
    await cachePage(room)
    await expect.poll(() => keptReleases(room)).toEqual(['two'])
    shell.switch(false)
    await room.goto(`${address}/judge`)
    expect(await release(room)).toBe('release two')
  })

  it('stays at the last release while only half of a new one has arrived', async () => {
    const page = await open()
    await cachePage(page)
    await expect.poll(() => keptReleases(page)).toEqual(['one'])
    shell.deploy('two', { assets: false })
    await page.reload()
    await new Promise((done) => setTimeout(done, 300))
    shell.switch(false)
    await page.reload()
    expect(await release(page)).toBe('release one')
  })

  it('is shown when the network never answers', async () => {
    const page = await open()
    await cachePage(page)
    await expect.poll(() => keptReleases(page)).toEqual(['one'])
    shell.fallSilent()
    await page.reload()
    expect(await release(page)).toBe('release one')
  })

  it.each([502, 503] as const)('is shown when a proxy answers %i for the server', async (status) => {
    const page = await open()
    await cachePage(page)
    await expect.poll(() => keptReleases(page)).toEqual(['one'])
    shell.answerAsProxy(status)
    await page.reload()
    expect(await release(page)).toBe('release one')
  })

  it('is not replaced by a network’s sign-in page', async () => {
    const page = await open()
    await cachePage(page)
    await expect.poll(() => keptReleases(page)).toEqual(['one'])
    shell.answerAsProxy('sign-in')
    await page.reload()
    await new Promise((done) => setTimeout(done, 300))
    shell.switch(false)
    await page.reload()
    expect(await release(page)).toBe('release one')
  })
})
