import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { body, describe, describeChange } from '../http/openapi.ts'
import { editedAtMs, isAhead, isComplete, isSameEdit } from '../rules/ballot/ballot.ts'
import { ballotCriteria } from '../rules/ballot/ballot-criteria.ts'
import { checkBallot } from '../rules/ballot/check-ballot.ts'
import { Busy, Refusal, refuse } from '../rules/refusal.ts'
import { openIds } from '../rules/show/showcase.ts'
import {
  type Ballot,
  type BallotBody,
  type BallotSource,
  ballot,
  ballotBody,
  ballotReference,
  ballotSource,
  paperBody,
} from '../schema/ballot.ts'
import { findBallot, listBallotReferences, listBallotsOfJudge } from '../store/ballots.ts'
import { findJudge } from '../store/judges/judges.ts'

const refusals = [
  'scoring-closed',
  'scoring-not-open',
  'not-yet-shown',
  'warm-up',
  'no-such-entry',
  'score-out-of-range',
  'criterion-not-in-rubric',
  'not-your-entry',
  'invalid',
  'event-full',
] as const

/** How often a ballot is checked again, when what it depends on keeps changing, before the phone is asked to send it later. */
const maxChecks = 5

export const ballotRoutes = (context: AppContext) => {
  async function checkAgainst(slug: string, judgeId: string, draft: Parameters<typeof checkBallot>[1]) {
    const event = await context.eventCache.event(slug)
    const judge = (await context.eventCache.judge(event.id, judgeId)) ?? refuse('no-such-judge')
    const criteria = ballotCriteria(event, judge, draft.entryId)
    const { phase } = event.show
    checkBallot(
      { phase, openIds: openIds(event.show), entries: event.entries, criteria, judgeStatus: judge.status },
      draft,
    )
    return { event, criteria }
  }

  /** Reads again before it refuses: the cached event may be older than the cue that allows this ballot. */
  async function checkTwice(slug: string, judgeId: string, draft: Parameters<typeof checkBallot>[1]) {
    try {
      return await checkAgainst(slug, judgeId, draft)
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure
      context.eventCache.forget(await context.eventCache.event(slug), judgeId)
      return checkAgainst(slug, judgeId, draft)
    }
  }

  type NewBallot = BallotBody & {
    eventId: string
    judgeId: string
    entryId: string
    source: BallotSource
    overPhone?: boolean
  }

  /** Saves a ballot from a phone or from paper. Returns the stored ballot: this one, or a newer one. */
  async function saveBallot(slug: string, { eventId, judgeId, source, ...fields }: NewBallot): Promise<Ballot> {
    const { entryId, scores, comment = '', recused = false, overPhone = false, editedAt } = fields
    const draft = { entryId, scores, comment, recused }
    const nowMs = context.now()
    const before = isAhead(editedAt, nowMs) ? await findBallot(context.db.sql, judgeId, entryId) : undefined
    const stamped = new Date(editedAtMs(editedAt, nowMs, before?.editedAt))
    try {
      for (let check = 1; check <= maxChecks; check += 1) {
        const { event, criteria } = await checkTwice(slug, judgeId, draft)
        const complete = isComplete(draft, criteria)
        const { judgingVersion } = event
        const ballot = { ...draft, eventId, judgeId, complete, source, overPhone, judgingVersion, editedAt: stamped }
        await context.eventSizes.admitBallot(ballot, context.eventLimits)
        const stored = await context.ballotBatch.add(ballot)
        if (stored) return stored
        // The statement saw a change that the check had not: check again on a fresh read.
        context.eventCache.forget(event, judgeId)
      }
      throw new Busy(1)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      // A repeat of a saved ballot succeeds even after the close: its first answer was lost.
      const stored = await findBallot(context.db.sql, judgeId, entryId)
      const again = { ...draft, source, editedAt: stamped.toISOString() }
      if (stored && isSameEdit(stored, again)) return stored
      throw refusal
    }
  }

  return new Hono()
    .get(
      '/events/:slug/ballots',
      describe("The judge's own ballots", z.object({ ballots: z.array(ballot) }), ['key-needed']),
      requireRole(context, 'judge'),
      async (c) => c.json({ ballots: await listBallotsOfJudge(context.db.sql, c.var.caller.judgeId!) }),
    )
    .put(
      '/events/:slug/ballots/:entryId',
      describeChange(
        'save-ballot',
        'Saves a whole ballot; answered after it is committed. The newest edit stands',
        z.object({ ballot }),
        [...refusals, 'judge-removed', 'not-admitted'],
      ),
      requireRole(context, 'judge'),
      body(ballotBody),
      async (c) => {
        const { eventId, judgeId } = c.var.caller
        const whose = {
          eventId: eventId!,
          judgeId: judgeId!,
          entryId: c.req.param('entryId'),
          source: 'phone',
        } as const
        return c.json({ ballot: await saveBallot(c.req.param('slug'), { ...c.req.valid('json'), ...whose }) })
      },
    )
    .get(
      '/events/:slug/ballots/there',
      describe('Which ballots there are, never what is on them', z.object({ ballots: z.array(ballotReference) })),
      requireRole(context, 'organiser'),
      async (c) => c.json({ ballots: await listBallotReferences(context.db.sql, c.var.caller.eventId!) }),
    )
    .put(
      '/events/:slug/judges/:id/ballots/:entryId',
      describeChange(
        'copy-paper-ballot',
        'Copies a ballot from paper in a judge’s name. Answers how the ballot that stands came in, never what is on it',
        z.object({ entryId: z.string(), source: ballotSource, savedAt: z.string() }),
        [...refusals, 'no-such-judge', 'not-on-panel', 'ballot-on-phone'],
      ),
      requireRole(context, 'organiser'),
      body(paperBody),
      async (c) => {
        const { overPhone = false, ...fields } = c.req.valid('json')
        const eventId = c.var.caller.eventId!
        const { id: judgeId, entryId } = c.req.param()
        const judge = (await findJudge(context.db.sql, eventId, judgeId)) ?? refuse('no-such-judge')
        if (judge.status !== 'admitted') refuse('not-on-panel')
        const draft = { ...fields, eventId, judgeId, entryId, source: 'paper', overPhone } as const
        const stored = await saveBallot(c.req.param('slug'), draft)
        if (stored.source === 'phone' && !overPhone) refuse('ballot-on-phone')
        return c.json({ entryId, source: stored.source, savedAt: stored.savedAt })
      },
    )
}
