import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { body, describe } from '../../http/openapi.ts'
import { checkResultNotFixed } from '../../rules/result/fixed.ts'
import { moment } from '../../schema/text.ts'
import { lockEvent } from '../../store/events.ts'
import { recordHistory } from '../../store/history.ts'
import { removeRecentJudges } from '../../store/judges.ts'

/** After a flood of made-up judges: removes them at one press. A judge removed by mistake can be put back. */
export const removeRecentRoutes = (context: AppContext) =>
  new Hono().post(
    '/events/:slug/judges/remove-recent',
    describe('Removes every judge who came since a moment and has no ballot', z.object({ removed: z.number().int() }), [
      'too-late-to-change',
      'invalid',
    ]),
    requireRole(context, 'organiser'),
    body(z.object({ since: moment })),
    async (c) => {
      const { since } = c.req.valid('json')
      const removed = await context.db.sql.begin(async (tx) => {
        const event = await lockEvent(tx, c.req.param('slug'))
        checkResultNotFixed(event.show.phase, 'the panel stays as it is')
        const count = await removeRecentJudges(tx, event.id, since)
        await recordHistory(tx, {
          eventId: event.id,
          version: event.version,
          what: 'remove-recent',
          detail: { since, count },
          instance: context.instance,
        })
        return count
      })
      return c.json({ removed })
    },
  )
