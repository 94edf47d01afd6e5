import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { body, describeChange } from '../../http/openapi.ts'
import { refuse } from '../../rules/refusal.ts'
import { type Judge, type JudgeChanges, judge, judgeChanges } from '../../schema/judge.ts'
import { changeEvent } from '../../store/change-event.ts'
import { findJudge, saveJudgeDetails } from '../../store/judges/judges.ts'

const oneJudge = z.object({ judge })

export const correctRoutes = (context: AppContext) =>
  new Hono()
    .patch(
      '/events/:slug/judges/me',
      describeChange('correct-judge', 'Corrects the caller’s own name, role or organisation', oneJudge, [
        'key-needed',
        'judge-removed',
        'invalid',
      ]),
      requireRole(context, 'judge'),
      body(judgeChanges),
      async (c) => {
        const judge = await correct(context, c.req.param('slug'), c.var.caller.judgeId!, c.req.valid('json'), true)
        return c.json({ judge })
      },
    )
    .patch(
      '/events/:slug/judges/:id',
      describeChange('correct-judge', 'Corrects a judge’s name, role or organisation', oneJudge, [
        'no-such-judge',
        'invalid',
      ]),
      requireRole(context, 'organiser'),
      body(judgeChanges),
      async (c) => {
        const { slug, id } = c.req.param()
        return c.json({ judge: await correct(context, slug, id, c.req.valid('json'), false) })
      },
    )

function correct(
  context: AppContext,
  slug: string,
  judgeId: string,
  changes: JudgeChanges,
  bySelf: boolean,
): Promise<Judge> {
  return changeEvent(context, slug, 'correct-judge', async ({ tx, event, record }) => {
    const before = (await findJudge(tx, event.id, judgeId)) ?? refuse('no-such-judge')
    if (bySelf && before.status === 'removed') refuse('judge-removed')
    const after = { ...before, ...changes }
    const same = (['name', 'role', 'organisation'] as const).every((field) => after[field] === before[field])
    if (same) return before
    record('correct-judge', { judgeId, name: after.name, formerName: before.name, bySelf })
    return saveJudgeDetails(tx, event.id, after)
  })
}
