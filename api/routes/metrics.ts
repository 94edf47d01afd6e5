import { Hono } from 'hono'
import { isOwnMachine } from '../asking.ts'
import type { House } from '../house.ts'
import { whoAsks } from '../session.ts'

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
