import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeShow } from '../support/driven-show.ts'
import type { DrivenBrowser } from '../support/drivers/driven-browser.ts'
import { testedBrowsers } from '../support/drivers/tested-browsers.ts'
import { browserLimitMs } from '../support/open-browser.ts'
import { sharedServer } from '../support/shared.ts'

const engines = testedBrowsers.filter(({ lacking }) => !lacking)

describe.skipIf(engines.length === 0)('a file chosen in one window', { timeout: 120_000 }, () => {
  const server = sharedServer()
  const browsers: DrivenBrowser[] = []
  beforeAll(async () => {
    for (const { open } of engines) browsers.push(await open())
  }, browserLimitMs)
  afterAll(() => Promise.all(browsers.map((browser) => browser.close())))

  it.each(engines.map(({ name }, n) => [name, n] as const))(
    'reaches a stage in another window of %s',
    async (_name, n) => {
      const browser = browsers[n]!
      const show = await makeShow(server.address, server.ownerKey)
      await browser.open(`${server.address}/present/${show.event.slug}`)
      await expect.poll(() => browser.text(), { timeout: 30_000 }).toContain('code')
      await browser.evaluate(`(() => {
      const button = document.createElement('button')
      button.textContent = 'Open the other window'
      button.onclick = () => { window.other = window.open('/privacy') }
      button.style = 'position: fixed; inset: 0 auto auto 0; z-index: 9'
      document.body.append(button)
    })()`)
      await browser.tap('button', 'Open the other window')
      const isLoaded = `Boolean(window.other && other.document.readyState === 'complete' && other.document.querySelector('h1'))`
      await expect.poll(() => browser.evaluate(isLoaded), { timeout: 30_000 }).toBe(true)
      await browser.evaluate(`(() => {
      const channel = new other.BroadcastChannel('demo-hour/${show.event.slug}')
      window.replies = []
      channel.onmessage = (e) => e.data.type === 'film-ready' && replies.push(e.data.entryId)
      const bytes = new other.Uint8Array(5_000_000)
      channel.postMessage({ type: 'film', entryId: '${show.entries[0]!.id}', file: new other.File([bytes], 'demo.mp4') })
    })()`)
      await expect.poll(() => browser.evaluate('replies'), { timeout: 30_000 }).toEqual([show.entries[0]!.id])
    },
  )
})
