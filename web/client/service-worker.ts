// Keeps the shell of the room's and the judge's page. What they show, the pages keep themselves.

/** The few names of a worker's world that are used here; the types of the page's world do not have them. */
type Worker = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: string, listen: (e: FetchLike) => void): void
}
type FetchLike = {
  request: Request
  waitUntil(work: Promise<unknown>): void
  respondWith(answer: Promise<Response>): void
}
const worker = self as unknown as Worker
const patienceMs = 3000

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (e) => e.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (e) => {
  const { request } = e
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  // Names of assets change with their content, so a kept one is always right.
  if (pathname.startsWith('/assets/')) e.respondWith(kept(request).then((found) => found ?? fetch(request)))
  else if (request.mode === 'navigate' && /^\/e\/[^/]+(\/judge)?\/?$/.test(pathname)) e.respondWith(page(request))
})

const kept = (request: Request) => caches.match(request, { ignoreSearch: true })

/** The page from the network, or, when that fails or dawdles, the one kept. */
async function page(request: Request): Promise<Response> {
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await (await caches.open('shell')).put(new URL(request.url).pathname, response.clone())
    return response
  })
  const late = new Promise<undefined>((done) => setTimeout(done, patienceMs))
  const first = await Promise.race([fresh, late]).catch(() => undefined)
  return first ?? (await kept(request)) ?? fresh
}

export {}
