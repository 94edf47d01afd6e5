import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../context.ts'
import { says } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'

const health = z.object({ status: z.literal('ok'), version: z.string(), database: z.enum(['embedded', 'postgres']) })
const time = z.object({ now: z.number() })

export const healthRoutes = (house: House) =>
  new Hono()
    .get('/health', says('Whether ballots can be saved here', health, ['database-away', 'disk-full']), async (c) => {
      if (!(await house.pulse.answers())) refuse('database-away')
      if (house.pulse.isFull()) refuse('disk-full')
      return c.json({ status: 'ok' as const, version: house.version, database: house.db.kind })
    })
    .get('/time', says('Server time, for clock correction: milliseconds since the epoch', time), (c) => {
      c.header('cache-control', 'no-store')
      return c.json({ now: house.now() })
    })
