// Keeps the shell of the room's and the judge's page, a cache for each release. What they show, the pages keep themselves.

/** The few names of a worker's world that are used here; the types of the page's world do not have them. */
type Worker = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void>; matchAll(about: object): Promise<readonly { url: string }[]> }
  addEventListener(name: string, listen: (e: WorkerEvent) => void): void
}
type WorkerEvent = {
  data: unknown
  request: Request
  waitUntil(work: Promise<unknown>): void
  respondWith(answer: Promise<Response>): void
}
const worker = self as unknown as Worker
const patienceMs = 3000

// The build puts the release here, so that each release is another worker and browsers take it for one.
const name = 'shell-__RELEASE__'
const isPage = (path: string) => /^\/e\/[^/]+(\/judge)?\/?$/.test(path)

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (e) => e.waitUntil(worker.clients.claim()))
// A page says that it has loaded.
worker.addEventListener('message', (e) => {
  if (typeof e.data === 'string' && isPage(e.data)) e.waitUntil(keepPage(e.data).then(tidy))
})

worker.addEventListener('fetch', (e) => {
  const { request } = e
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  // Names of assets change with their content, so a kept one is always right.
  if (pathname.startsWith('/assets/')) e.respondWith(kept(request.url).then((found) => found ?? fetch(request)))
  else if (request.mode === 'navigate' && isPage(pathname)) e.respondWith(page(e, pathname))
})

/** What this release keeps, and else what an earlier one kept. */
async function kept(address: string): Promise<Response | undefined> {
  return (await (await caches.open(name)).match(address)) ?? caches.match(address)
}

/** The page from the network, or the cached one when the network fails, is slow, or answers with a proxy's error. */
async function page(e: WorkerEvent, path: string): Promise<Response> {
  const fresh = fetch(e.request)
  e.waitUntil(fresh.then((response) => keep(path, response.clone())).catch(() => {}))
  const late = new Promise<undefined>((done) => setTimeout(done, patienceMs))
  const first = await Promise.race([fresh, late]).catch(() => undefined)
  return first?.ok ? first : ((await kept(path)) ?? first ?? fresh)
}

const keepPage = async (path: string) => keep(path, await fetch(path))

/** A page is kept only with all that it needs: half of a new release would be worse than the whole of the last. */
async function keep(path: string, response: Response): Promise<void> {
  if (!response.ok) return
  const html = await response.text()
  const cache = await caches.open(name)
  const needed = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  // A sign-in page of the hall's network is none of ours.
  if (needed.length === 0) return
  const there = await Promise.all(needed.map((address) => cache.match(address)))
  await cache.addAll(needed.filter((_, n) => !there[n]))
  await cache.put(path, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
}

/** Lets earlier releases go: once their pages are kept anew, and no other window is open that might still be loading one. */
async function tidy(): Promise<void> {
  const earlier = (await caches.keys()).filter((other) => other.startsWith('shell') && other !== name)
  for (const other of earlier) {
    const paths = (await (await caches.open(other)).keys()).map((request) => new URL(request.url).pathname)
    await Promise.all(paths.filter(isPage).map(keepPage))
    const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
    if (windows.length <= 1) await caches.delete(other)
  }
}

export {}
