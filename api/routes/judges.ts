import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { unlessTooMany } from '../http/request-limits.ts'
import { refuse } from '../rules/refusal.ts'
import { checkResultNotFixed } from '../rules/result/fixed.ts'
import { type Judge, type JudgeBody, judge, judgeBody } from '../schema/judge.ts'
import { getEvent, lockEvent } from '../store/events.ts'
import { recordHistory } from '../store/history.ts'
import { addJudge, countPanel, findJudge, listJudges, saveJudgeStanding } from '../store/judges.ts'
import { addKey, countJudgeKeys, findCaller, forJudge } from '../store/keys.ts'

/** Enough for a judge whose phone dies once or twice; a loop must not fill the table. */
const mostKeys = 20

/** Whoever has the code can come in; not without end. Far above any hall. */
const mostOnPanel = 1000

const panelStays = 'the panel stays as it is. You can still stop a judge’s link'

export const judgeRoutes = (context: AppContext) => {
  async function addWithKey(eventId: string, given: JudgeBody, { status, arrived }: Pick<Judge, 'status' | 'arrived'>) {
    const judgeKey = newKey()
    const added: Judge = { role: '', organisation: '', ...given, id: newId(), status, away: false, arrived }
    await context.db.sql.begin(async (tx) => {
      await addJudge(tx, eventId, added)
      await addKey(tx, hashKey(judgeKey), forJudge(eventId, added.id))
    })
    return { judge: added, judgeKey }
  }

  /** What the desk does to a judge: keeps it, remembers it, and tells the judge's phone. */
  async function change(slug: string, judgeId: string, what: string, to: Parameters<typeof saveJudgeStanding>[3]) {
    const changed = await context.db.sql.begin(async (tx) => {
      const event = await lockEvent(tx, slug)
      if (to.status !== undefined) checkResultNotFixed(event.show.phase, panelStays)
      const saved = (await saveJudgeStanding(tx, event.id, judgeId, to)) ?? refuse('no-such-judge')
      await recordHistory(tx, {
        eventId: event.id,
        version: event.version,
        what,
        detail: { judgeId, name: saved.name },
        instance: context.instance,
      })
      return saved
    })
    return { judge: changed }
  }

  const oneJudge = z.object({ judge })
  const withKey = z.object({ judge, judgeKey: z.string() })
  const organiser = requireRole(context, 'organiser')

  return new Hono()
    .get(
      '/events/:slug/judges',
      describe('The panel, and who waits', z.object({ judges: z.array(judge) })),
      organiser,
      async (c) => c.json({ judges: await listJudges(context.db.sql, c.var.caller.eventId!) }),
    )
    .post(
      '/events/:slug/judges',
      describe('Puts a judge on the panel, with a personal link', withKey, ['too-late-to-change', 'invalid'], 201),
      organiser,
      body(judgeBody),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        checkResultNotFixed(event.show.phase, 'the panel stays as it is')
        const added = await addWithKey(event.id, c.req.valid('json'), { status: 'admitted', arrived: false })
        return c.json(added, 201)
      },
    )
    .post(
      '/events/:slug/join',
      describe(
        'A judge comes in by the room’s code',
        withKey,
        ['link-only', 'invalid', 'no-such-event', 'scoring-closed', 'panel-full', 'too-many'],
        201,
      ),
      body(judgeBody),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        if (event.admission === 'link') refuse('link-only')
        if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('scoring-closed')
        unlessTooMany(context.limits.join.take(event.id))
        if ((await countPanel(context.db.sql, event.id)) >= mostOnPanel) refuse('panel-full')
        const joined = await addWithKey(event.id, c.req.valid('json'), {
          status: event.admission === 'desk' ? 'waiting' : 'admitted',
          arrived: true,
        })
        setKeyCookie(c, 'judge', event.slug, joined.judgeKey)
        return c.json(joined, 201)
      },
    )
    .get(
      '/events/:slug/judges/me',
      describe('The judge who asks', oneJudge, ['key-needed']),
      requireRole(context, 'judge'),
      async (c) => {
        const { eventId, judgeId } = c.var.caller
        context.presence.saw(judgeId!)
        return c.json({ judge: (await findJudge(context.db.sql, eventId!, judgeId!)) ?? refuse('no-such-judge') })
      },
    )
    .post(
      '/events/:slug/judges/me/key',
      describe(
        'One more key for the judge who asks, to carry on on another phone; those before go on working',
        z.object({ judgeKey: z.string() }),
        ['key-needed', 'judge-removed', 'not-admitted', 'too-many-phones'],
        201,
      ),
      requireRole(context, 'judge'),
      async (c) => {
        const judgeKey = newKey()
        const { hash, ...asking } = c.var.caller
        await context.db.sql.begin(async (tx) => {
          await lockEvent(tx, c.req.param('slug'))
          const { id, status } = (await findJudge(tx, asking.eventId!, asking.judgeId!)) ?? refuse('no-such-judge')
          if (status === 'removed') refuse('judge-removed')
          if (status === 'waiting') refuse('not-admitted')
          // A phone that was lost must not have made itself a second key in the moment in which its own was taken away.
          if (!(await findCaller(tx, hash))) refuse('key-unknown')
          if ((await countJudgeKeys(tx, id)) >= mostKeys) refuse('too-many-phones')
          await addKey(tx, hashKey(judgeKey), forJudge(asking.eventId!, id))
        })
        return c.json({ judgeKey }, 201)
      },
    )
    .post(
      '/events/:slug/judges/:id/admit',
      describe('Lets a judge in', oneJudge, ['no-such-judge', 'too-late-to-change']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'admit', { status: 'admitted' })),
    )
    .post(
      '/events/:slug/judges/:id/remove',
      describe('Takes a judge off the panel', oneJudge, ['no-such-judge', 'too-late-to-change']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'remove', { status: 'removed' })),
    )
    .post(
      '/events/:slug/judges/:id/away',
      describe('A judge has stepped out', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'away', { away: true })),
    )
    .post(
      '/events/:slug/judges/:id/back',
      describe('A judge is back', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'back', { away: false })),
    )
}
