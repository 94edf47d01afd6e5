import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { describe } from '../../http/openapi.ts'
import { findEntryOfCode } from '../../http/typed-code.ts'

const opened = z.object({ eventSlug: z.string(), entryId: z.string().optional() })

export const codeRoutes = (context: AppContext) =>
  new Hono().get(
    '/codes/:code',
    describe(
      'What a code stands for: an event, or one of its entries when the entry’s two characters follow. Any case; spaces and hyphens are ignored',
      opened,
      ['no-such-event', 'no-such-entry', 'too-many'],
    ),
    async (c) => c.json(await findEntryOfCode(c, context, c.req.param('code'))),
  )
