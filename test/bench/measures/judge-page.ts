import type { Browser, CDPSession } from 'playwright-core'
import { sampleEntries } from '../../../api/rehearsal/demo/sample-event.ts'
import { openBrowser, phoneSize } from '../../browser/support/open-browser.ts'
import { startServer } from '../built-server.ts'
import { call } from '../calls.ts'
import { nameKeeper } from '../name-keeper.ts'
import { openShow } from '../show.ts'
import { median, round } from '../stats.ts'

/** Slow 4G as DevTools defines it, and a phone a quarter as fast as this machine. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const cpuRate = 4

function meter(cdp: CDPSession) {
  const bytes = new Map<string, { url: string; headers: number; body: number; total?: number }>()
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('data:')) bytes.set(requestId, { url: request.url, headers: 0, body: 0 })
  })
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    const request = bytes.get(requestId)
    if (request) request.headers = response.encodedDataLength
  })
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const request = bytes.get(requestId)
    if (request) request.body += encodedDataLength
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = bytes.get(requestId)
    if (request) request.total = encodedDataLength
  })
  const all = () =>
    [...bytes.values()].map((request) => ({ url: request.url, bytes: request.total ?? request.headers + request.body }))
  return { requests: () => all().length, bytes: () => all().reduce((sum, request) => sum + request.bytes, 0), all }
}

function reportUsable() {
  const { usable } = globalThis as unknown as { usable: (atMs: string) => void }
  const waitForForm = () => {
    const form = document.querySelector('form')
    const ready = form?.querySelector('input') && form.querySelector('button[type=submit]')
    if (ready) requestAnimationFrame(() => usable(String(performance.now())))
    else requestAnimationFrame(waitForForm)
  }
  waitForForm()
}

function reportBallot() {
  const { usable, scannedTeam } = globalThis as unknown as { usable: (atMs: string) => void; scannedTeam: string }
  const look = () => {
    const ready = document.querySelector('[data-scale] input:enabled') && document.querySelector('h1')
    if (ready && ready.textContent === scannedTeam) requestAnimationFrame(() => usable(String(performance.now())))
    else requestAnimationFrame(look)
  }
  look()
}

/** A plain binding: Playwright's own waiting injects a script, which slows a slow phone. */
async function usableIn(cdp: CDPSession): Promise<number> {
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: 'usable' })
  return new Promise((resolve) => cdp.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload))))
}

async function openAnew(browser: Browser, url: string, slow: boolean, settleMs: number) {
  const context = await browser.newContext(phoneSize)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  if (slow) {
    await cdp.send('Network.emulateNetworkConditions', slow4g)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
  }
  const metered = meter(cdp)
  const usable = usableIn(cdp)
  await page.addInitScript(nameKeeper)
  await page.addInitScript(reportUsable)
  await page.goto(url, { waitUntil: 'commit' })
  const usableMs = await usable
  const toUsable = { bytes: metered.bytes(), requests: metered.requests() }
  await page.waitForTimeout(settleMs)
  const whole = { bytes: metered.bytes(), requests: metered.requests(), all: metered.all() }
  await context.close()
  return { usableMs, toUsable, whole }
}

/** Of a judge who is in: from the opening of an entry's short address to its ballot, ready for a tap. By the clock outside the browser. */
async function scanEntry(browser: Browser, { judgeUrl, scanned }: ScannedEntry): Promise<number> {
  const context = await browser.newContext(phoneSize)
  const page = await context.newPage()
  await page.goto(judgeUrl)
  await page.locator('[data-scale]').first().waitFor()
  await page.goto('about:blank')
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slow4g)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
  const usable = usableIn(cdp)
  await page.addInitScript(`globalThis.scannedTeam = ${JSON.stringify(scanned.team)}`)
  await page.addInitScript(nameKeeper)
  await page.addInitScript(reportBallot)
  const startedAt = performance.now()
  await page.goto(scanned.url, { waitUntil: 'commit' })
  await usable
  const elapsedMs = performance.now() - startedAt
  await context.close()
  return elapsedMs
}
type ScannedEntry = { judgeUrl: string; scanned: { url: string; team: string } }

/**
 * F: a judge's first visit without a cache: what is transferred, and when a name can be typed. And a later scan of an entry's code by a
 * judge who is in: when its ballot can be tapped.
 */
export async function benchJudgePage({ settleMs }: { settleMs: number }, runs: number) {
  const server = await startServer()
  const browser = await openBrowser('whole')
  try {
    const { path, key, entryIds, judgeKeys, cue } = await openShow(server.address, { entries: 8, judges: 6 })
    for (const [n, id] of entryIds.entries())
      await call(server.address, 'PATCH', `${path}/entries/${id}`, sampleEntries[n], key)
    const url = `${server.address}/e/${path.split('/').at(-1)}/judge`
    const fast: Awaited<ReturnType<typeof openAnew>>[] = []
    const slow: Awaited<ReturnType<typeof openAnew>>[] = []
    for (let n = 0; n < runs; n += 1) fast.push(await openAnew(browser, url, false, settleMs))
    for (let n = 0; n < runs; n += 1) slow.push(await openAnew(browser, url, true, settleMs))
    await cue('next')
    const [{ event }, { entries }] = [
      (await call(server.address, 'GET', path)).body,
      (await call(server.address, 'GET', `${path}/line-up`)).body,
    ]
    const scanned = { url: `${server.address}/${event.code}${entries[0].code}`, team: entries[0].team }
    const scans: number[] = []
    for (let n = 0; n < runs; n += 1)
      scans.push(await scanEntry(browser, { judgeUrl: `${url}#k=${judgeKeys[n % judgeKeys.length]}`, scanned }))
    return {
      bytes: median(fast.map(({ whole }) => whole.bytes)),
      requests: median(fast.map(({ whole }) => whole.requests)),
      usableMs: round(median(fast.map(({ usableMs }) => usableMs))),
      slowUsableMs: round(median(slow.map(({ usableMs }) => usableMs))),
      slowScanMs: round(median(scans)),
      slow: { ...slow4g, cpuRate, note: 'latency is per request; setting up the connection is not slowed' },
      files: fast[0]!.whole.all.map((file) => `${new URL(file.url).pathname} ${file.bytes}`),
      reach: { bytes: 40_000, requests: 8, slowUsableMs: 1500, slowScanMs: 2000 },
    }
  } finally {
    await browser.close()
    await server.kill()
  }
}
