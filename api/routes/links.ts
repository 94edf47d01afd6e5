import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { linksBody } from '../schema/session.ts'
import { listEntries } from '../store/entries.ts'
import { lockEvent } from '../store/events.ts'
import { recordHistory } from '../store/history.ts'
import { findJudge, listJudges } from '../store/judges.ts'
import { addKey, forJudge, forTeam, type KeyHolder, revokeKeys } from '../store/keys.ts'
import type { Query } from '../store/sql.ts'

async function issue(tx: Query, opens: KeyHolder, stopEarlier: boolean): Promise<string> {
  const key = newKey()
  if (stopEarlier) await revokeKeys(tx, opens)
  await addKey(tx, hashKey(key), opens)
  return key
}

/** New personal links for judges and teams, one by one or for many at once. */
export const linkRoutes = (context: AppContext) => {
  const organiser = requireRole(context, 'organiser')

  /** For all of `those`, or for the ones that were asked for, remembered as one line. */
  async function issueMany(
    slug: string,
    { only, stopEarlier = false }: z.infer<typeof linksBody>,
    {
      what,
      those,
    }: { what: string; those: (tx: Query, eventId: string) => Promise<{ id: string; opens: KeyHolder }[]> },
  ): Promise<{ id: string; key: string }[]> {
    return context.db.sql.begin(async (tx) => {
      const event = await lockEvent(tx, slug)
      const asked = (await those(tx, event.id)).filter(({ id }) => only?.includes(id) ?? true)
      const made: { id: string; key: string }[] = []
      for (const { id, opens } of asked) made.push({ id, key: await issue(tx, opens, stopEarlier) })
      const detail = { count: made.length, stopEarlier }
      await recordHistory(tx, { eventId: event.id, version: event.version, what, detail, instance: context.instance })
      return made
    })
  }

  return new Hono()
    .post(
      '/events/:slug/judges/keys',
      describe(
        'One more personal link for every judge on the panel, or for some; with `stopEarlier` only these work from now on',
        z.object({ keys: z.array(z.object({ judgeId: z.string(), judgeKey: z.string() })) }),
        ['invalid'],
      ),
      organiser,
      body(linksBody),
      async (c) => {
        const made = await issueMany(c.req.param('slug'), c.req.valid('json'), {
          what: 'judge-links',
          async those(tx, eventId) {
            const panel = (await listJudges(tx, eventId)).filter((one) => one.status === 'admitted')
            return panel.map(({ id }) => ({ id, opens: forJudge(eventId, id) }))
          },
        })
        return c.json({ keys: made.map(({ id, key }) => ({ judgeId: id, judgeKey: key })) })
      },
    )
    .post(
      '/events/:slug/judges/:id/key',
      describe('A new personal link; the one before stops working', z.object({ judgeKey: z.string() }), [
        'no-such-judge',
      ]),
      organiser,
      async (c) => {
        const judgeKey = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const { id } = (await findJudge(tx, event.id, c.req.param('id'))) ?? refuse('no-such-judge')
          return issue(tx, forJudge(event.id, id), true)
        })
        return c.json({ judgeKey })
      },
    )
    .post(
      '/events/:slug/entries/keys',
      describe(
        'One more link for every team, or for some; with `stopEarlier` only these work from now on',
        z.object({ keys: z.array(z.object({ entryId: z.string(), teamKey: z.string() })) }),
        ['invalid'],
      ),
      organiser,
      body(linksBody),
      async (c) => {
        const made = await issueMany(c.req.param('slug'), c.req.valid('json'), {
          what: 'team-links',
          those: async (tx, eventId) =>
            (await listEntries(tx, eventId)).map(({ id }) => ({ id, opens: forTeam(eventId, id) })),
        })
        return c.json({ keys: made.map(({ id, key }) => ({ entryId: id, teamKey: key })) })
      },
    )
    .post(
      '/events/:slug/entries/:id/key',
      describe('A new link for a team; the one before stops working', z.object({ teamKey: z.string() }), [
        'no-such-entry',
      ]),
      organiser,
      async (c) => {
        const teamKey = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const team = (await listEntries(tx, event.id)).find(({ id }) => id === c.req.param('id'))
          return issue(tx, forTeam(event.id, team?.id ?? refuse('no-such-entry')), true)
        })
        return c.json({ teamKey })
      },
    )
}
