// Caches the shell of the room's and the judge's page, one cache a release. The pages store their own data.

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
const timeoutMs = 3000

const name = 'shell-__RELEASE__'
const isPage = (path: string) => /^\/e\/[^/]+(\/judge)?\/?$/.test(path)

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (e) => e.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (e) => {
  if (typeof e.data === 'string' && isPage(e.data)) e.waitUntil(cachePage(e.data).then(deleteEarlierCaches))
})

worker.addEventListener('fetch', (e) => {
  const { request } = e
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) e.respondWith(findCached(request.url).then((found) => found ?? fetch(request)))
  else if (request.mode === 'navigate' && isPage(pathname)) e.respondWith(page(e, pathname))
})

async function findCached(address: string): Promise<Response | undefined> {
  return (await (await caches.open(name)).match(address)) ?? caches.match(address)
}

/** The page from the network, or the cached one when the network fails, is slow, or answers with a proxy's error. */
async function page(e: WorkerEvent, path: string): Promise<Response> {
  const fromNetwork = fetch(e.request)
  e.waitUntil(fromNetwork.then((response) => cacheResponse(path, response.clone())).catch(() => {}))
  const timeLimit = new Promise<undefined>((done) => setTimeout(done, timeoutMs))
  const first = await Promise.race([fromNetwork, timeLimit]).catch(() => undefined)
  return first?.ok ? first : ((await findCached(path)) ?? first ?? fromNetwork)
}

const cachePage = async (path: string) => cacheResponse(path, await fetch(path))

/** Caches a page only together with its assets: a page without them would not start. */
async function cacheResponse(path: string, response: Response): Promise<void> {
  if (!response.ok) return
  const html = await response.text()
  const cache = await caches.open(name)
  const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  // A page without assets is the sign-in page of the venue's network.
  if (assets.length === 0) return
  const cached = await Promise.all(assets.map((address) => cache.match(address)))
  await cache.addAll(assets.filter((_, n) => !cached[n]))
  await cache.put(path, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
}

/** Caches the pages of earlier releases again, then deletes those caches unless another window may still load from them. */
async function deleteEarlierCaches(): Promise<void> {
  const earlier = (await caches.keys()).filter((other) => other.startsWith('shell') && other !== name)
  for (const other of earlier) {
    const paths = (await (await caches.open(other)).keys()).map((request) => new URL(request.url).pathname)
    await Promise.all(paths.filter(isPage).map(cachePage))
    const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
    if (windows.length <= 1) await caches.delete(other)
  }
}

export {}
