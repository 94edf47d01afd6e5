import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { body, describe } from '../http/openapi.ts'
import { toEntry } from '../rules/event/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { commentOf, decide, packOf } from '../rules/result/feedback.ts'
import type { Phase } from '../schema/event.ts'
import { comment, decisionsBody, type Pack, pack } from '../schema/feedback.ts'
import { listEntries } from '../store/entries.ts'
import { getEvent, lockEvent } from '../store/events.ts'
import { listComments, saveDecisions } from '../store/feedback.ts'
import { listHistory } from '../store/history.ts'
import { findFixedResult } from '../store/results.ts'
import type { Query } from '../store/sql.ts'

const manyComments = z.object({ comments: z.array(comment) })
const commentsOf = async (sql: Query, eventId: string) => ({
  comments: (await listComments(sql, eventId)).map(commentOf),
})

/** Comments are part of the ballots: nobody reads them while judges score. */
function checkClosed(phase: Phase): void {
  if (phase === 'setup' || phase === 'live')
    refuse('results-sealed', 'Judges are scoring, so their comments open when scoring has closed')
}

export const feedbackRoutes = (context: AppContext) => {
  /** Every team's, once the result is published: for whoever asks, not a moment before. */
  async function readPacks(slug: string): Promise<Pack[]> {
    const { sql } = context.db
    const event = await getEvent(sql, slug)
    if (event.show.phase !== 'final') refuse('results-sealed')
    const { result } = (await findFixedResult(sql, event.id)) ?? refuse('no-result')
    const removed = (await listHistory(sql, event.id)).some((line) => line.what === 'forget-people')
    const parts = { result, criteria: event.criteria, comments: await listComments(sql, event.id), removed }
    return (await listEntries(sql, event.id)).map((stored) => packOf(parts, toEntry(event, stored)))
  }

  return new Hono()
    .get(
      '/events/:slug/feedback',
      describe("The judges' comments, and what was decided about each", manyComments, ['results-sealed', 'key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        checkClosed(event.show.phase)
        c.header('cache-control', 'no-store')
        return c.json(await commentsOf(context.db.sql, event.id))
      },
    )
    .put(
      '/events/:slug/feedback',
      describe(
        'Decides about comments: approved in these words, left out, or to be read again. All of them or none',
        manyComments,
        ['results-sealed', 'no-such-comment', 'comment-changed', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(decisionsBody),
      async (c) => {
        const comments = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          checkClosed(event.show.phase)
          await saveDecisions(tx, event.id, decide(await listComments(tx, event.id), c.req.valid('json').decisions))
          return commentsOf(tx, event.id)
        })
        c.header('cache-control', 'no-store')
        return c.json(comments)
      },
    )
    .get(
      '/events/:slug/feedback/packs',
      describe(
        'What each team takes home, in running order; once the result is published',
        z.object({ packs: z.array(pack) }),
        ['results-sealed', 'key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => {
        c.header('cache-control', 'no-store')
        return c.json({ packs: await readPacks(c.req.param('slug')) })
      },
    )
    .get(
      '/events/:slug/entries/:id/feedback',
      describe('What one team takes home; once the result is published', z.object({ pack }), [
        'results-sealed',
        'no-such-entry',
        'key-needed',
      ]),
      requireRole(context, 'organiser', 'team'),
      async (c) => {
        const { role, entryId } = c.var.caller
        const id = c.req.param('id')
        if (role === 'team' && entryId !== id) refuse('wrong-door')
        const packs = await readPacks(c.req.param('slug'))
        c.header('cache-control', 'no-store')
        return c.json({ pack: packs.find((one) => one.entry.id === id) ?? refuse('no-such-entry') })
      },
    )
}
