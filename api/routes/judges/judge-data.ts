import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { describe } from '../../http/openapi.ts'
import { refuse } from '../../rules/refusal.ts'
import { ballot } from '../../schema/ballot.ts'
import { ballotEdit } from '../../schema/history.ts'
import { judge } from '../../schema/judge.ts'
import { changeEvent } from '../../store/change-event.ts'
import { type JudgeData, readJudgeData } from '../../store/judges/judge-data.ts'
import { findJudge } from '../../store/judges/judges.ts'

const momentOrNull = z.string().nullable()
const judgeData = z.object({
  judge,
  links: z.array(
    z.object({ madeAt: z.string(), sentAt: momentOrNull, firstUsedAt: momentOrNull, stoppedAt: momentOrNull }),
  ),
  phoneLastSeenAt: momentOrNull,
  ballots: z.array(ballot),
  ballotEdits: z.array(ballotEdit.omit({ judgeId: true })),
  decisions: z.array(z.object({ at: z.string(), what: z.string() })),
})

export const judgeDataRoutes = (context: AppContext) =>
  new Hono().get(
    '/events/:slug/judges/:id/data',
    describe('Everything that is stored of one judge, for a judge who asks; not while judges score', judgeData, [
      'no-such-judge',
      'results-sealed',
    ]),
    requireRole(context, 'organiser'),
    async (c) => {
      const { slug, id } = c.req.param()
      return c.json(await exportJudgeData(context, slug, id))
    },
  )

/** It holds scores, so it opens when the ballots' history does. */
function exportJudgeData(context: AppContext, slug: string, judgeId: string): Promise<JudgeData> {
  return changeEvent(context, slug, 'read-ballot-history', async ({ tx, event, record }) => {
    const stored = (await findJudge(tx, event.id, judgeId)) ?? refuse('no-such-judge')
    record('export-judge', { judgeId, name: stored.name })
    return readJudgeData(tx, event.id, stored)
  })
}
