import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppContext } from '../context.ts'
import { pageWithWords } from '../gallery/server-pages.ts'
import { packageRoot } from '../operations/package-root.ts'
import { pages } from '../rules/pages.ts'
import { markedPage } from './rehearsal-mark.ts'

const builtPages = join(packageRoot, 'dist/web')

/** Preloads what the judge's page requests as soon as its script runs. */
const judgePreloads = (slug: string) =>
  ['/api/session', `/api/events/${encodeURIComponent(slug)}`, `/api/events/${encodeURIComponent(slug)}/line-up`]
    .map((address) => `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`)
    .join(', ')

export function pageRoutes(context: AppContext) {
  const app = new Hono()
  const file = (path: string, cacheControl: string) =>
    serveStatic({
      root: builtPages,
      rewriteRequestPath: path === '' ? undefined : () => path,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', cacheControl),
    })
  /** If the lookup fails, serves the page without the mark. */
  const markIfRehearsal = (page: string) =>
    createMiddleware(async (c, next) => {
      const event = await context.eventCache.event(c.req.param('slug') ?? '').catch(() => undefined)
      if (!event?.rehearsalOf) return next()
      c.header('cache-control', 'no-cache')
      return c.html(await markedPage(builtPages, page))
    })
  // Names of built files carry a hash of what is in them, so they never change; pages and the service worker keep theirs.
  app.get('/assets/*', file('', 'public, max-age=31536000, immutable'))
  app.get('/service-worker.js', file('/service-worker.js', 'no-cache'))
  app.get('/e/:slug/judge', async (c, next) => {
    c.header('link', judgePreloads(c.req.param('slug')))
    await next()
  })
  for (const page of ['entry', 'showcase'] as const)
    app.get(pages[page].address, async (c, next) => {
      const text = await pageWithWords(context, builtPages, page, {
        slug: c.req.param('slug') ?? '',
        id: c.req.param('id'),
      })
      if (text === undefined) return next()
      c.header('cache-control', 'no-cache')
      return c.html(text)
    })
  for (const [name, { address }] of Object.entries(pages)) {
    const page = `${name}.html`
    if (address.includes(':slug')) app.get(address, markIfRehearsal(page))
    app.get(address, file(`/${page}`, 'no-cache'))
  }
  // A page's address with a slash at its end leads to the page. One slash at the start: two would name another host.
  app.get('*', (c, next) => {
    const { path } = c.req
    if (!/[^/]\/+$/.test(path) || path.startsWith('/api/')) return next()
    return c.redirect(`/${path.replace(/^\/+|\/+$/g, '')}${new URL(c.req.url).search}`, 301)
  })
  return app
}
