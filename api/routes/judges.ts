import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../context.ts'
import { door, keepKey } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, says } from '../http/openapi.ts'
import { unlessTooMany } from '../http/request-limits.ts'
import { refuse } from '../rules/refusal.ts'
import { type Judge, type JudgeBody, judge, judgeBody } from '../schema/judge.ts'
import { getEvent, lockEvent } from '../store/events.ts'
import { remember } from '../store/history.ts'
import { addJudge, countPanel, findJudge, listJudges, saveJudgeStanding } from '../store/judges.ts'
import { addKey, countJudgeKeys, findDoor, judgeDoor } from '../store/keys.ts'

/** A phone goes flat once or twice in an evening; a loop must not fill the table. */
const mostKeys = 20

/** Whoever has the code can come in; not without end. Far above any hall. */
const mostOnPanel = 1000

export const judgeRoutes = (house: House) => {
  async function addWithKey(eventId: string, given: JudgeBody, status: Judge['status']) {
    const judgeKey = newKey()
    const added: Judge = { role: '', organisation: '', ...given, id: newId(), status, away: false }
    await house.db.sql.begin(async (tx) => {
      await addJudge(tx, eventId, added)
      await addKey(tx, hashKey(judgeKey), judgeDoor(eventId, added.id))
    })
    return { judge: added, judgeKey }
  }

  /** What the desk does to a judge: keeps it, remembers it, and tells the judge's phone. */
  async function change(slug: string, judgeId: string, what: string, to: Parameters<typeof saveJudgeStanding>[3]) {
    const changed = await house.db.sql.begin(async (tx) => {
      const event = await lockEvent(tx, slug)
      const saved = (await saveJudgeStanding(tx, event.id, judgeId, to)) ?? refuse('no-such-judge')
      await remember(tx, {
        eventId: event.id,
        version: event.version,
        what,
        detail: { judgeId, name: saved.name },
        instance: house.instance,
      })
      return saved
    })
    return { judge: changed }
  }

  const oneJudge = z.object({ judge })
  const withKey = z.object({ judge, judgeKey: z.string() })
  const organiser = door(house, 'organiser')

  return new Hono()
    .get(
      '/events/:slug/judges',
      says('The panel, and who waits', z.object({ judges: z.array(judge) })),
      organiser,
      async (c) => c.json({ judges: await listJudges(house.db.sql, c.var.door.eventId!) }),
    )
    .post(
      '/events/:slug/judges',
      says('Puts a judge on the panel, with a personal link', withKey, ['invalid'], 201),
      organiser,
      body(judgeBody),
      async (c) => c.json(await addWithKey(c.var.door.eventId!, c.req.valid('json'), 'admitted'), 201),
    )
    .post(
      '/events/:slug/join',
      says(
        'A judge comes in by the room’s code',
        withKey,
        ['link-only', 'invalid', 'no-such-event', 'scoring-closed', 'panel-full', 'too-many'],
        201,
      ),
      body(judgeBody),
      async (c) => {
        const event = await getEvent(house.db.sql, c.req.param('slug'))
        if (event.admission === 'link') refuse('link-only')
        if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('scoring-closed')
        unlessTooMany(house.limits.join.take(event.id))
        if ((await countPanel(house.db.sql, event.id)) >= mostOnPanel) refuse('panel-full')
        const joined = await addWithKey(
          event.id,
          c.req.valid('json'),
          event.admission === 'desk' ? 'waiting' : 'admitted',
        )
        keepKey(c, 'judge', event.slug, joined.judgeKey)
        return c.json(joined, 201)
      },
    )
    .get(
      '/events/:slug/judges/me',
      says('The judge who asks', oneJudge, ['key-needed']),
      door(house, 'judge'),
      async (c) => {
        const { eventId, judgeId } = c.var.door
        return c.json({ judge: (await findJudge(house.db.sql, eventId!, judgeId!)) ?? refuse('no-such-judge') })
      },
    )
    .post(
      '/events/:slug/judges/me/key',
      says(
        'One more key for the judge who asks, to carry on on another phone; those before go on working',
        z.object({ judgeKey: z.string() }),
        ['key-needed', 'judge-removed', 'not-admitted', 'too-many-phones'],
        201,
      ),
      door(house, 'judge'),
      async (c) => {
        const judgeKey = newKey()
        const { hash, ...asking } = c.var.door
        await house.db.sql.begin(async (tx) => {
          await lockEvent(tx, c.req.param('slug'))
          const { id, status } = (await findJudge(tx, asking.eventId!, asking.judgeId!)) ?? refuse('no-such-judge')
          if (status === 'removed') refuse('judge-removed')
          if (status === 'waiting') refuse('not-admitted')
          // A phone that was lost must not have made itself a second key in the moment in which its own was taken away.
          if (!(await findDoor(tx, hash))) refuse('key-unknown')
          if ((await countJudgeKeys(tx, id)) >= mostKeys) refuse('too-many-phones')
          await addKey(tx, hashKey(judgeKey), judgeDoor(asking.eventId!, id))
        })
        return c.json({ judgeKey }, 201)
      },
    )
    .post(
      '/events/:slug/judges/:id/admit',
      says('Lets a judge in', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'admit', { status: 'admitted' })),
    )
    .post(
      '/events/:slug/judges/:id/remove',
      says('Takes a judge off the panel', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'remove', { status: 'removed' })),
    )
    .post(
      '/events/:slug/judges/:id/away',
      says('A judge has stepped out', oneJudge, ['no-such-judge']),
      organiser,
      async (c) => c.json(await change(c.req.param('slug'), c.req.param('id'), 'away', { away: true })),
    )
    .post('/events/:slug/judges/:id/back', says('A judge is back', oneJudge, ['no-such-judge']), organiser, async (c) =>
      c.json(await change(c.req.param('slug'), c.req.param('id'), 'back', { away: false })),
    )
}
