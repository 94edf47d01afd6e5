import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { authenticate, requireRole } from '../http/authenticate.ts'
import { describe } from '../http/openapi.ts'
import { currentResult, readResultInput } from '../results/compute-result.ts'
import { reviewInThread } from '../results/review.ts'
import { refuse } from '../rules/refusal.ts'
import { recordOf } from '../rules/result/record.ts'
import { publicResult } from '../rules/result/result.ts'
import { resultsCsv } from '../rules/result/results-csv.ts'
import { type Result, record, result } from '../schema/result.ts'
import { review } from '../schema/review.ts'
import { listEntries } from '../store/entries.ts'
import { getEvent, type StoredEvent } from '../store/events.ts'
import { listHistory } from '../store/history.ts'
import { listJudges } from '../store/judges.ts'
import { findFixedResult } from '../store/results.ts'

export const resultRoutes = (context: AppContext) => {
  /** Sealed for everyone but the organiser until it is published, and for the organiser too until scoring has closed. */
  async function readResult(c: Context, slug: string): Promise<{ event: StoredEvent; result: Result }> {
    const event = await getEvent(context.db.sql, slug)
    const { phase } = event.show
    const organiser = await authenticate(c, context, ['organiser'], slug).then(
      () => true,
      () => false,
    )
    if (phase !== 'final' && (!organiser || phase === 'setup' || phase === 'live')) refuse('results-sealed')
    const fixed = await findFixedResult(context.db.sql, event.id)
    const whole = fixed?.result ?? (await currentResult(context.db.sql, event, context.now()))
    return { event, result: organiser ? whole : publicResult(whole) }
  }

  return new Hono()
    .get('/events/:slug/results', describe('The result', result, ['results-sealed', 'no-such-event']), async (c) => {
      c.header('cache-control', 'no-store')
      return c.json((await readResult(c, c.req.param('slug'))).result)
    })
    .get(
      '/events/:slug/record',
      describe('How the result came about, on one page', record, ['results-sealed']),
      async (c) => {
        const { event, result } = await readResult(c, c.req.param('slug'))
        const history = await listHistory(context.db.sql, event.id)
        const judges = await listJudges(context.db.sql, event.id)
        c.header('cache-control', 'no-store')
        return c.json(recordOf(result, history, judges))
      },
    )
    .get(
      '/events/:slug/review',
      describe('How safe the result is, between the close and the reveal', review, [
        'results-sealed',
        'reveal-under-way',
        'key-needed',
      ]),
      requireRole(context, 'organiser'),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        const { phase, shownIds } = event.show
        if (phase === 'setup' || phase === 'live') refuse('results-sealed')
        // What the reveal has fixed is not reckoned again.
        if (phase !== 'closed') refuse('reveal-under-way', 'The result is fixed now')
        const input = await readResultInput(context.db.sql, event, await listEntries(context.db.sql, event.id))
        const judges = (await listJudges(context.db.sql, event.id)).filter((judge) => judge.status === 'admitted')
        c.header('cache-control', 'no-store')
        return c.json(await reviewInThread({ ...input, judges, shownIds }))
      },
    )
    .get(
      '/events/:slug/results.csv',
      describe('The result as a spreadsheet', z.string(), ['results-sealed']),
      async (c) => {
        const { event, result } = await readResult(c, c.req.param('slug'))
        const entries = await listEntries(context.db.sql, event.id)
        c.header('content-type', 'text/csv; charset=utf-8')
        c.header('content-disposition', `attachment; filename="${event.slug}-results.csv"`)
        c.header('cache-control', 'no-store')
        return c.body(resultsCsv(event.criteria, entries, result))
      },
    )
}
