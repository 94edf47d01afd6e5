import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '../../../web/core/api.ts'
import { createPageLoader, type KeyTrade } from '../../../web/core/page-loader.ts'
import { redirectToOwnPage } from '../../../web/core/page-redirect.ts'

const keyNeeded = new Problem('key-needed', 'A key is needed', 401)
const refusal = (status: number, code: string) => () =>
  new Response(JSON.stringify({ type: `/problems/${code}`, title: code }), { status })

let tab: { pathname: string; search: string; hash: string; replaced: string | undefined; replace(to: string): void }
let trade: () => Response
const listeners = new Map<string, () => void>()
const disposals: (() => void)[] = []

function openAt(address: string) {
  const url = new URL(address, 'http://hall.test')
  tab = {
    ...{ pathname: url.pathname, search: url.search, hash: url.hash, replaced: undefined },
    replace(to) {
      tab.replaced = to
    },
  }
  vi.stubGlobal('location', tab)
}

const session = (role: string, eventSlug?: string) => () => new Response(JSON.stringify({ role, eventSlug }))
const load = async <Content>(
  read: (trade: KeyTrade) => Promise<Content>,
  options?: Parameters<typeof createPageLoader<Content>>[1],
) => {
  const loader = createRoot((dispose) => {
    disposals.push(dispose)
    return createPageLoader(read, options)
  })
  await loader.load()
  return loader
}

beforeEach(() => {
  trade = session('organiser', 'bins')
  openAt('/e/bins/organise')
  vi.stubGlobal('fetch', async () => trade())
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => listeners.set(name, listener))
  vi.stubGlobal('removeEventListener', () => {})
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_state: unknown, _title: string, address: string) => {
      tab.hash = new URL(address, 'http://hall.test').hash
    },
  })
})
afterEach(() => {
  for (const dispose of disposals.splice(0)) dispose()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('a page loader', () => {
  it('opens the page with what it read, and removes the key from the address', async () => {
    openAt('/e/bins/organise#k=abc')
    const loader = await load(async () => 'the event', { redirect: redirectToOwnPage })
    expect([loader.state(), loader.content(), tab.hash, tab.replaced]).toEqual(['open', 'the event', '', undefined])
  })

  it('is loading until the first answer', async () => {
    const loader = createRoot(() => createPageLoader(async () => 'the event'))
    const loading = loader.load()
    expect(loader.state()).toBe('loading')
    await loading
    expect(loader.state()).toBe('open')
  })

  it.each([
    ['outside', keyNeeded],
    ['outside', new Problem('wrong-door', 'This key opens another page', 403)],
    ['missing', new Problem('no-such-event', 'There is no such event', 404)],
    ['away', new Problem('offline', 'The server cannot be reached', 0)],
    ['away', new Problem('busy', 'Too much at once', 503)],
  ])('is %s after the refusal “%s”', async (state, problem) => {
    const loader = await load(() => Promise.reject(problem))
    expect([loader.state(), loader.problem()]).toEqual([state, problem])
  })

  it('redirects to the page that the key is for', async () => {
    openAt('/e/bins/organise#k=abc')
    trade = session('judge', 'damp')
    const read = vi.fn(async () => 'the event')
    await load(read, { redirect: redirectToOwnPage })
    expect([tab.replaced, read.mock.calls.length]).toEqual(['/e/damp/judge', 0])
  })

  it('stays on a page without a link of its own', async () => {
    openAt('/e/bins/review#k=abc')
    const loader = await load(async () => 'the review')
    expect([loader.state(), tab.replaced, tab.hash]).toEqual(['open', undefined, ''])
  })

  it('opens an organiser’s page with the owner’s key, and redirects from a team’s page to the owner’s', async () => {
    openAt('/e/bins/organise#k=abc')
    trade = session('owner')
    expect((await load(async () => 'the event', { redirect: redirectToOwnPage })).state()).toBe('open')
    openAt('/e/bins/team#k=abc')
    await load(() => Promise.reject(keyNeeded), { redirect: redirectToOwnPage })
    expect(tab.replaced).toBe('/owner')
  })

  it('reports a link that no longer works, unless an older key opens the page', async () => {
    trade = refusal(401, 'key-unknown')
    openAt('/e/bins/organise#k=abc')
    const loader = await load(() => Promise.reject(keyNeeded), { redirect: redirectToOwnPage })
    expect([loader.state(), loader.problem()?.code]).toEqual(['outside', 'key-unknown'])
    openAt('/e/bins/organise#k=abc')
    expect((await load(async () => 'the event', { redirect: redirectToOwnPage })).state()).toBe('open')
  })

  it('keeps the key in the address while the server is away, and opens at the next load', async () => {
    openAt('/e/bins/organise#k=abc')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('cut')))
    let away = true
    const read = async () => {
      if (away) throw new Problem('offline', 'The server cannot be reached', 0)
      return 'the event'
    }
    const loader = await load(read, { redirect: redirectToOwnPage })
    expect([loader.state(), tab.hash]).toEqual(['away', '#k=abc'])
    vi.stubGlobal('fetch', async () => trade())
    away = false
    await loader.load()
    expect([loader.state(), loader.problem(), tab.hash]).toEqual(['open', undefined, ''])
  })

  it('keeps the content when a later load finds the server away', async () => {
    let away = false
    const loader = await load(async () => {
      if (away) throw new Problem('offline', 'The server cannot be reached', 0)
      return 'the history'
    })
    away = true
    await loader.load()
    expect([loader.state(), loader.content(), loader.problem()?.code]).toEqual(['open', 'the history', 'offline'])
  })

  it('opens with a link that is opened on the open page', async () => {
    openAt('/e/bins/organise')
    let open = false
    const read = async () => {
      if (!open) throw keyNeeded
      return 'the event'
    }
    const loader = await load(read)
    expect(loader.state()).toBe('outside')
    open = true
    tab.hash = '#k=abc'
    listeners.get('hashchange')?.()
    await vi.waitFor(() => expect(loader.state()).toBe('open'))
  })

  it('loads again by itself while the server is away, and not once it has refused', async () => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    let failure = new Problem('offline', 'The server cannot be reached', 0)
    const read = vi.fn(() => Promise.reject(failure))
    const loader = await load(read)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(read).toHaveBeenCalledTimes(2)
    failure = keyNeeded
    await vi.advanceTimersByTimeAsync(60_000)
    expect([read.mock.calls.length, loader.state()]).toEqual([3, 'outside'])
  })

  it('shows what the device stores until the server answers, but not under a link that was refused', async () => {
    const away = new Problem('offline', 'The server cannot be reached', 0)
    const stored = async () => 'the stored judge'
    const offline = await load(() => Promise.reject(away), { stored })
    expect([offline.state(), offline.content()]).toEqual(['open', 'the stored judge'])
    const online = await load(async () => 'the judge', { stored })
    expect(online.content()).toBe('the judge')
    trade = refusal(401, 'key-unknown')
    openAt('/e/bins/judge#k=abc')
    const refused = await load(({ refusal }) => Promise.reject(refusal), { stored })
    expect([refused.state(), refused.content(), refused.problem()?.code]).toEqual(['outside', undefined, 'key-unknown'])
  })

  it('throws a failure that is no Problem', async () => {
    await expect(load(() => Promise.reject(new TypeError('a fault')))).rejects.toThrow('a fault')
  })
})
