import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { authenticate, requireRole } from '../http/authenticate.ts'
import { describe } from '../http/openapi.ts'
import { currentResult, readResultInput } from '../results/compute-result.ts'
import { reviewInWorker } from '../results/review.ts'
import { checkPermission } from '../rules/permissions.ts'
import { Refusal } from '../rules/refusal.ts'
import { publicRecord, publicResult, type Reader } from '../rules/result/published.ts'
import { buildRecord } from '../rules/result/record.ts'
import { resultsCsv } from '../rules/result/results-csv.ts'
import { openIds } from '../rules/show/showcase.ts'
import { type Result, record, result } from '../schema/result.ts'
import { review } from '../schema/review.ts'
import { listEntries } from '../store/entries.ts'
import { getEvent, type StoredEvent } from '../store/events.ts'
import { listHistory } from '../store/history.ts'
import { listJudges } from '../store/judges/judges.ts'
import { findFixedResult } from '../store/results.ts'

export const resultRoutes = (context: AppContext) =>
  new Hono()
    .get('/events/:slug/results', describe('The result', result, ['results-sealed', 'no-such-event']), async (c) => {
      c.header('cache-control', 'no-store')
      return c.json(visible(await readResult(c, context, c.req.param('slug'))))
    })
    .get(
      '/events/:slug/record',
      describe('How the result came about, on one page', record, ['results-sealed']),
      async (c) => {
        const { event, result, readership } = await readResult(c, context, c.req.param('slug'))
        const history = await listHistory(context.db.sql, event.id)
        const judges = await listJudges(context.db.sql, event.id)
        c.header('cache-control', 'no-store')
        const whole = buildRecord(result, history, judges)
        return c.json(readership ? publicRecord(whole, readership) : whole)
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
        checkPermission('read-review', event)
        const entries = await listEntries(context.db.sql, event.id)
        const input = await readResultInput(context.db.sql, event, entries)
        const skippedIds = entries.filter((entry) => entry.skipped).map((entry) => entry.id)
        const judges = (await listJudges(context.db.sql, event.id)).filter((judge) => judge.status === 'admitted')
        return c.json(await reviewInWorker({ ...input, judges, openIds: openIds(event.show), skippedIds }))
      },
    )
    .get(
      '/events/:slug/results.csv',
      describe('The result as a spreadsheet', z.string(), ['results-sealed']),
      async (c) => {
        const read = await readResult(c, context, c.req.param('slug'))
        const { event } = read
        const entries = await listEntries(context.db.sql, event.id)
        c.header('content-type', 'text/csv; charset=utf-8')
        c.header('content-disposition', `attachment; filename="${event.slug}-results.csv"`)
        c.header('cache-control', 'no-store')
        return c.body(resultsCsv(event.criteria, entries, visible(read)))
      },
    )

type ReadResult = { event: StoredEvent; result: Result; readership: Reader | null }

const visible = ({ result, readership }: ReadResult) => (readership ? publicResult(result, readership) : result)

async function readResult(c: Context, context: AppContext, slug: string): Promise<ReadResult> {
  const event = await getEvent(context.db.sql, slug)
  const callerAs = (role: 'organiser' | 'team') => authenticate(c, context, [role], slug).catch(asNobody)
  const isOrganiser = (await callerAs('organiser')) !== undefined
  checkPermission(isOrganiser ? 'read-result-as-organiser' : 'read-result', event)
  const fixed = await findFixedResult(context.db.sql, event.id)
  const result = fixed?.result ?? (await currentResult(context.db.sql, event, context.now()))
  if (isOrganiser) return { event, result, readership: null }
  const ownEntryId = (await callerAs('team'))?.entryId ?? null
  return { event, result, readership: { publishes: event.publishes, ownEntryId } }
}

/** A key of another role, or none, reads as everyone does; any other failure is thrown. */
function asNobody(failure: unknown): undefined {
  if (!(failure instanceof Refusal)) throw failure
}
