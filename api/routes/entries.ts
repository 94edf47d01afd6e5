import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe, query } from '../http/openapi.ts'
import { checkConsent, noCost } from '../rules/ballot/change-cost.ts'
import { blankEntry, isReady, type StoredEntry, toEntry, withoutEntry } from '../rules/event/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { checkResultNotFixed } from '../rules/result/fixed.ts'
import { entry, entryChanges, lineUp, newEntryBody, readyBody, removalQuery } from '../schema/entry.ts'
import { countPrizesOf, takePrizesFrom } from '../store/awards.ts'
import { countBallots } from '../store/ballots.ts'
import { addEntry, deleteEntry, listEntries, saveEntry, saveReady } from '../store/entries.ts'
import { getEvent, lockEvent, touchLineUp } from '../store/events.ts'
import { recordHistory } from '../store/history.ts'
import { addKey, forTeam } from '../store/keys.ts'
import { saveShow } from '../store/show.ts'
import type { Query } from '../store/sql.ts'

async function getEntry(sql: Query, eventId: string, entryId: string): Promise<StoredEntry> {
  return (await listEntries(sql, eventId)).find((one) => one.id === entryId) ?? refuse('no-such-entry')
}

const ownEntry = z.object({ entry, ready: z.boolean() })
const readyEntry = z.object({ ready: z.boolean() })

export const entryRoutes = (context: AppContext) => {
  async function setReady(
    slug: string,
    entryId: string,
    ready: boolean,
    kind: 'counts' | 'stage',
  ): Promise<z.infer<typeof readyEntry>> {
    await context.db.sql.begin(async (tx) => {
      const event = await lockEvent(tx, slug)
      const { id } = await getEntry(tx, event.id, entryId)
      if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('too-late-to-change')
      await saveReady(tx, id, ready, kind)
    })
    return { ready }
  }

  return new Hono()
    .get('/events/:slug/line-up', describe('The entries in running order', lineUp, ['no-such-event']), async (c) => {
      const event = await getEvent(context.db.sql, c.req.param('slug'))
      const entries = await listEntries(context.db.sql, event.id)
      return c.json({ version: event.lineUpVersion, entries: entries.map((one) => toEntry(event, one)) })
    })
    .post(
      '/events/:slug/entries',
      describe(
        'Adds an entry at the end of the running order',
        z.object({ entry, teamKey: z.string() }),
        ['too-late-to-change', 'invalid'],
        201,
      ),
      requireRole(context, 'organiser'),
      body(newEntryBody),
      async (c) => {
        const given = c.req.valid('json')
        const teamKey = newKey()
        const added = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('too-late-to-change')
          const stored = await addEntry(tx, event.id, { ...blankEntry, ...given, id: newId() })
          await addKey(tx, hashKey(teamKey), forTeam(event.id, stored.id))
          await touchLineUp(tx, event.id)
          return toEntry(event, stored)
        })
        return c.json({ entry: added, teamKey }, 201)
      },
    )
    .get(
      '/events/:slug/entries/mine',
      describe("The team's own entry, and whether it has said that it is ready", ownEntry, [
        'key-needed',
        'wrong-door',
      ]),
      requireRole(context, 'team'),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        const stored = await getEntry(context.db.sql, event.id, c.var.caller.entryId!)
        return c.json({ entry: toEntry(event, stored), ready: isReady(event.show, stored) })
      },
    )
    .post(
      '/events/:slug/entries/mine/ready',
      describe('The team describe that it waits by the stage, or not yet', readyEntry, [
        'too-late-to-change',
        'invalid',
      ]),
      requireRole(context, 'team'),
      body(readyBody),
      async (c) =>
        c.json(await setReady(c.req.param('slug'), c.var.caller.entryId!, c.req.valid('json').ready, 'counts')),
    )
    .post(
      '/events/:slug/entries/:id/ready',
      describe('The desk describe it for the team', readyEntry, ['no-such-entry', 'too-late-to-change', 'invalid']),
      requireRole(context, 'organiser'),
      body(readyBody),
      async (c) => c.json(await setReady(c.req.param('slug'), c.req.param('id'), c.req.valid('json').ready, 'stage')),
    )
    .patch(
      '/events/:slug/entries/:id',
      describe('Changes an entry; a team changes its own', z.object({ entry }), [
        'no-such-entry',
        'wrong-door',
        'entries-frozen',
        'too-late-to-change',
        'invalid',
      ]),
      requireRole(context, 'organiser', 'team'),
      body(entryChanges),
      async (c) => {
        const changed = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const stored = await getEntry(tx, event.id, c.req.param('id'))
          const { role, entryId } = c.var.caller
          if (role === 'team' && entryId !== stored.id) refuse('wrong-door')
          checkResultNotFixed(event.show.phase, 'names and titles stay as they were announced')
          if (role === 'team' && event.entriesFrozen) refuse('entries-frozen')
          const { talkSeconds, questionsSeconds, skipped, warmUp, ...words } = c.req.valid('json')
          const slot = { talkSeconds, questionsSeconds, skipped, warmUp }
          if (role === 'team' && Object.values(slot).some((value) => value !== undefined))
            refuse('wrong-door', 'The organiser decides about the slot')
          if (warmUp !== undefined && warmUp !== stored.warmUp && event.show.shownIds.includes(stored.id))
            refuse('too-late-to-change', 'This team has been on stage, so it stays as it is: scored, or a warm-up')
          const entry = { ...stored, ...given(slot), ...words }
          await saveEntry(tx, entry)
          await touchLineUp(tx, event.id, role === 'team' ? 'team' : 'organiser')
          return toEntry(event, entry)
        })
        return c.json({ entry: changed })
      },
    )
    .delete(
      '/events/:slug/entries/:id',
      describe(
        'Takes an entry out, with its ballots: then it takes the counts that the refusal gave, to say that they were seen',
        z.object({}),
        ['no-such-entry', 'entry-in-use', 'ballots-at-stake', 'too-late-to-change', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      query(removalQuery),
      async (c) => {
        const seen = c.req.valid('query')
        await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const stored = await getEntry(tx, event.id, c.req.param('id'))
          if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('too-late-to-change')
          const show = withoutEntry(event.show, stored.id)
          const [ballots, prizes] = [await countBallots(tx, stored.id), await countPrizesOf(tx, stored.id)]
          checkConsent({ ...noCost, ballots, prizes }, { ...noCost, ballots: 0, prizes: 0, ...seen })
          await takePrizesFrom(tx, stored.id)
          await deleteEntry(tx, event.id, stored.id)
          await saveShow(tx, event.id, show)
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'remove-entry',
            detail: { entryId: stored.id, team: stored.team, ballots },
            instance: context.instance,
          })
          await touchLineUp(tx, event.id)
        })
        return c.json({})
      },
    )
}

/** What was said, without what was left out. */
function given<Some extends object>(some: Some): { [Name in keyof Some]?: Exclude<Some[Name], undefined> } {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never
}
