import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { describe } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'

const health = z.object({ status: z.literal('ok'), version: z.string(), database: z.enum(['embedded', 'postgres']) })
const installation = z.object({ contact: z.string().nullable(), version: z.string() })
const time = z.object({ now: z.number() })

export const healthRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/health',
      describe('Whether ballots can be saved here', health, ['database-away', 'disk-full']),
      async (c) => {
        if (!(await context.databaseHealth.answers())) refuse('database-away')
        if (context.databaseHealth.isFull()) refuse('disk-full')
        return c.json({ status: 'ok' as const, version: context.version, database: context.db.kind })
      },
    )
    .get('/installation', describe('Whom to write to about this installation, and its version', installation), (c) =>
      c.json({ contact: context.contact ?? null, version: context.version }),
    )
    .get('/time', describe('Server time, for clock correction: milliseconds since the epoch', time), (c) => {
      c.header('cache-control', 'no-store')
      return c.json({ now: context.now() })
    })
