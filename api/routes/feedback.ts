import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { body, describe, describeChange } from '../http/openapi.ts'
import { toEntry } from '../rules/event/entry.ts'
import { checkPermission } from '../rules/permissions.ts'
import { refuse } from '../rules/refusal.ts'
import { applyDecisions, buildTeamPack, toComment } from '../rules/result/feedback.ts'
import { comment, type Decision, decisionsBody, type TeamPack, teamPack } from '../schema/feedback.ts'
import { changeEvent } from '../store/change-event.ts'
import { refuseTooLarge } from '../store/event-sizes.ts'
import { getEvent, getLineUp } from '../store/events.ts'
import { listComments, saveDecisions } from '../store/feedback.ts'
import { listHistory } from '../store/history.ts'
import { findFixedResult } from '../store/results.ts'
import type { Query } from '../store/sql.ts'

const manyComments = z.object({ comments: z.array(comment) })

export const feedbackRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/feedback',
      describe("The judges' comments, and what was decided about each", manyComments, ['results-sealed', 'key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        checkPermission('read-comments', event)
        return c.json(await readComments(context.db.sql, event.id))
      },
    )
    .put(
      '/events/:slug/feedback',
      describeChange(
        'decide-feedback',
        'Decides about comments: approved in these words, left out, or to be read again. All of them or none',
        manyComments,
        ['no-such-comment', 'comment-changed', 'event-full', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(decisionsBody),
      async (c) => c.json(await decideFeedback(context, c.req.param('slug'), c.req.valid('json').decisions)),
    )
    .get(
      '/events/:slug/feedback/packs',
      describe(
        'What each team takes home, in running order; once the result is published',
        z.object({ packs: z.array(teamPack) }),
        ['results-sealed', 'key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => c.json({ packs: await readPacks(context, c.req.param('slug')) }),
    )
    .get(
      '/events/:slug/entries/:id/feedback',
      describe('What one team takes home; once the result is published', z.object({ pack: teamPack }), [
        'results-sealed',
        'no-such-entry',
        'key-needed',
      ]),
      requireRole(context, 'organiser', 'team'),
      async (c) => {
        const { role, entryId } = c.var.caller
        const id = c.req.param('id')
        if (role === 'team' && entryId !== id) refuse('wrong-door')
        const packs = await readPacks(context, c.req.param('slug'))
        return c.json({ pack: packs.find((found) => found.entry.id === id) ?? refuse('no-such-entry') })
      },
    )

async function readComments(sql: Query, eventId: string) {
  return { comments: (await listComments(sql, eventId)).map(toComment) }
}

function decideFeedback(context: AppContext, slug: string, decisions: Decision[]) {
  return changeEvent(context, slug, 'decide-feedback', async ({ tx, event }) => {
    await saveDecisions(tx, event.id, applyDecisions(await listComments(tx, event.id), decisions))
    await refuseTooLarge(tx, event.id, context.eventLimits)
    return readComments(tx, event.id)
  })
}

async function readPacks({ db: { sql } }: AppContext, slug: string): Promise<TeamPack[]> {
  const { event, entries } = await getLineUp(sql, slug)
  checkPermission('read-feedback', event)
  const { result } = (await findFixedResult(sql, event.id)) ?? refuse('no-result')
  const removed = (await listHistory(sql, event.id)).some((line) => line.what === 'forget-people')
  const parts = { result, criteria: event.criteria, comments: await listComments(sql, event.id), removed }
  return entries.map((stored) => buildTeamPack(parts, toEntry(event, stored)))
}
