import { randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import { routePath } from 'hono/route'
import type { AppContext } from '../context.ts'

/** One answered request: its route as the code names it, so that no address, key or name of anybody gets into a log. */
export type RequestLogLine = {
  requestId: string | undefined
  method: string
  route: string
  status: number
  ms: number
}

// A counter: a random id for each request cost a twelfth of a ballot's time.
const thisRun = randomBytes(6).toString('base64url')
let requests = 0

/** An id for each request, which its answer and every line of the log about it carry. A proxy's own is kept. */
export const assignRequestId = requestId({
  limitLength: 64,
  generator: () => `${thisRun}-${(requests++).toString(36)}`,
})

export const logRequests = (context: Pick<AppContext, 'metrics'>, log: (line: RequestLogLine) => void) =>
  createMiddleware(async (c, next) => {
    const startedMs = performance.now()
    await next()
    const { method } = c.req
    const { status } = c.res
    const matched = routePath(c, -1)
    const route = matched.includes('*') ? '(none)' : matched
    const ms = performance.now() - startedMs
    // A feed's response begins when it opens and lasts as long as the page.
    context.metrics.countRequest({ route, method, status, seconds: /\/feed(\/|$)/.test(route) ? undefined : ms / 1000 })
    log({ requestId: c.get('requestId'), method, route, status, ms: Math.round(ms * 10) / 10 })
  })
