import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { hashKey, newId, newKey } from '../../http/keys.ts'
import { body, describe, describeChange } from '../../http/openapi.ts'
import { checkPanelCount } from '../../rules/event/event-limits.ts'
import { listedJudge } from '../../rules/event/panel.ts'
import type { Action } from '../../rules/permissions.ts'
import { refuse } from '../../rules/refusal.ts'
import type { HistoryKind } from '../../schema/history.ts'
import { type Judge, type JudgeBody, judge, judgeBody } from '../../schema/judge.ts'
import { changeEvent } from '../../store/change-event.ts'
import {
  countPanel,
  findJudge,
  insertJudge,
  listJudges,
  makeRoomForJudge,
  saveJudgeStatus,
} from '../../store/judges/judges.ts'
import { type Caller, countJudgeKeys, findCaller, forJudge, insertKey } from '../../store/keys.ts'

/** A phone goes flat once or twice in a show; a loop must not fill the table. */
const maxKeysOfJudge = 20

const oneJudge = z.object({ judge })
const withKey = z.object({ judge, judgeKey: z.string() })

export const judgeRoutes = (context: AppContext) => {
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
      describeChange(
        'add-judge',
        'Puts a judge on the panel, with a personal link',
        withKey,
        ['invalid', 'panel-full'],
        201,
      ),
      organiser,
      body(judgeBody),
      async (c) => c.json(await addJudge(context, c.req.param('slug'), c.req.valid('json')), 201),
    )
    .get(
      '/events/:slug/judges/me',
      describe('The judge whose key was sent', oneJudge, ['key-needed']),
      requireRole(context, 'judge'),
      async (c) => {
        const { eventId, judgeId } = c.var.caller
        context.presence.connect(judgeId!)
        return c.json({ judge: (await findJudge(context.db.sql, eventId!, judgeId!)) ?? refuse('no-such-judge') })
      },
    )
    .post(
      '/events/:slug/judges/me/key',
      describeChange(
        'issue-key',
        'One more key for the same judge, to go on with another phone; the earlier keys go on working',
        z.object({ judgeKey: z.string() }),
        ['key-needed', 'judge-removed', 'not-admitted', 'too-many-phones'],
        201,
      ),
      requireRole(context, 'judge'),
      async (c) => c.json({ judgeKey: await addOwnKey(context, c.req.param('slug'), c.var.caller) }, 201),
    )
    .post(
      '/events/:slug/judges/:id/remove',
      describeChange('remove-judge', 'Removes a judge from the panel', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await changeStatus(context, c.req.param(), 'remove-judge', 'remove', { status: 'removed' })),
    )
    .post(
      '/events/:slug/judges/:id/away',
      describeChange('set-judge-away', 'A judge has stepped out', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await changeStatus(context, c.req.param(), 'set-judge-away', 'away', { away: true })),
    )
    .post(
      '/events/:slug/judges/:id/back',
      describeChange('set-judge-away', 'A judge is back', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await changeStatus(context, c.req.param(), 'set-judge-away', 'back', { away: false })),
    )
}

async function addJudge(context: AppContext, slug: string, fields: JudgeBody) {
  const judgeKey = newKey()
  const added: Judge = { role: '', organisation: '', ...fields, id: newId(), ...listedJudge }
  return changeEvent(context, slug, 'add-judge', async ({ tx, event }) => {
    checkPanelCount(context.eventLimits, (await countPanel(tx, event.id)) + 1)
    await makeRoomForJudge(tx, event.id, context.eventLimits)
    await insertJudge(tx, event.id, added)
    await insertKey(tx, hashKey(judgeKey), forJudge(event.id, added.id))
    return { judge: added, judgeKey }
  })
}

function addOwnKey(context: AppContext, slug: string, { hash, ...caller }: Caller): Promise<string> {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event }) => {
    const { id, status } = (await findJudge(tx, event.id, caller.judgeId!)) ?? refuse('no-such-judge')
    if (status === 'removed') refuse('judge-removed')
    if (status === 'waiting') refuse('not-admitted')
    // Under the lock: a lost phone makes no second key while its own is being revoked.
    if (!(await findCaller(tx, hash))) refuse('key-unknown')
    if ((await countJudgeKeys(tx, id)) >= maxKeysOfJudge) refuse('too-many-phones')
    const judgeKey = newKey()
    await insertKey(tx, hashKey(judgeKey), forJudge(event.id, id))
    return judgeKey
  })
}

function changeStatus(
  context: AppContext,
  { slug, id: judgeId }: { slug: string; id: string },
  action: Action,
  what: HistoryKind,
  change: Parameters<typeof saveJudgeStatus>[3],
) {
  return changeEvent(context, slug, action, async ({ tx, event, record }) => {
    const saved = (await saveJudgeStatus(tx, event.id, judgeId, change)) ?? refuse('no-such-judge')
    record(what, { judgeId, name: saved.name })
    return { judge: saved }
  })
}
