import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { body, describeChange } from '../../http/openapi.ts'
import { moment } from '../../schema/text.ts'
import { changeEvent } from '../../store/change-event.ts'
import { removeRecentJudges } from '../../store/judges/judges.ts'

/** After a flood of made-up judges: removes them at one press. A judge removed by mistake can be put back. */
export const removeRecentRoutes = (context: AppContext) =>
  new Hono().post(
    '/events/:slug/judges/remove-recent',
    describeChange(
      'remove-judge',
      'Removes every judge who came since a moment and has no ballot',
      z.object({ removed: z.number().int() }),
      ['invalid'],
    ),
    requireRole(context, 'organiser'),
    body(z.strictObject({ since: moment })),
    async (c) => c.json({ removed: await removeRecent(context, c.req.param('slug'), c.req.valid('json').since) }),
  )

function removeRecent(context: AppContext, slug: string, since: string): Promise<number> {
  return changeEvent(context, slug, 'remove-judge', async ({ tx, event, record }) => {
    const count = await removeRecentJudges(tx, event.id, since)
    record('remove-recent', { since, count })
    return count
  })
}
