import { Hono } from 'hono'
import type { House } from '../context.ts'
import { whoAsks } from '../http/authenticate.ts'
import { isOwnMachine } from '../http/request-limits.ts'

/** For Prometheus, on this machine or with the owner's key. Beside the API: it is for whoever runs the installation. */
export const metricsRoutes = (house: House) =>
  new Hono().get('/metrics', async (c) => {
    if (!isOwnMachine(c)) await whoAsks(c, house, ['owner'])
    const text = house.metrics.text({
      listeners: house.feed.listening(),
      databaseAnswers: await house.pulse.answers(),
    })
    return c.body(text, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
