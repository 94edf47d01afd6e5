import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import { authenticate } from '../http/authenticate.ts'
import { isOwnMachine } from '../http/request-limits.ts'

/** For Prometheus, on this machine or with the owner's key. Beside the API: it is for whoever runs the installation. */
export const metricsRoutes = (context: AppContext) =>
  new Hono().get('/metrics', async (c) => {
    if (!isOwnMachine(c)) await authenticate(c, context, ['owner'])
    const text = await context.metrics.text({
      listeners: context.feed.listening(),
      databaseAnswers: await context.databaseHealth.answers(),
    })
    return c.body(text, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
