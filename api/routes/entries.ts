import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../context.ts'
import { door } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, query, says } from '../http/openapi.ts'
import { checkConsent, noCost } from '../rules/ballot/change-cost.ts'
import { blankEntry, isReady, type StoredEntry, toEntry, withoutEntry } from '../rules/event/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { entry, entryChanges, lineUp, newEntryBody, readyBody, removalQuery } from '../schema/entry.ts'
import { countPrizesOf, takePrizesFrom } from '../store/awards.ts'
import { countBallots } from '../store/ballots.ts'
import { addEntry, deleteEntry, listEntries, saveEntry, saveReady } from '../store/entries.ts'
import { getEvent, lockEvent, touchLineUp } from '../store/events.ts'
import { remember } from '../store/history.ts'
import { addKey, teamDoor } from '../store/keys.ts'
import { saveShow } from '../store/show.ts'
import type { Query } from '../store/sql.ts'

async function getEntry(sql: Query, eventId: string, entryId: string): Promise<StoredEntry> {
  return (await listEntries(sql, eventId)).find((one) => one.id === entryId) ?? refuse('no-such-entry')
}

const ownEntry = z.object({ entry, ready: z.boolean() })
const readyEntry = z.object({ ready: z.boolean() })

export const entryRoutes = (house: House) => {
  async function sayReady(
    slug: string,
    entryId: string,
    ready: boolean,
    told: 'count' | 'stage',
  ): Promise<z.infer<typeof readyEntry>> {
    await house.db.sql.begin(async (tx) => {
      const event = await lockEvent(tx, slug)
      const { id } = await getEntry(tx, event.id, entryId)
      if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('too-late-to-change')
      await saveReady(tx, event.id, id, ready, told)
    })
    return { ready }
  }

  return new Hono()
    .get('/events/:slug/line-up', says('The entries in running order', lineUp, ['no-such-event']), async (c) => {
      const event = await getEvent(house.db.sql, c.req.param('slug'))
      const entries = await listEntries(house.db.sql, event.id)
      return c.json({ version: event.lineUpVersion, entries: entries.map((one) => toEntry(event, one)) })
    })
    .post(
      '/events/:slug/entries',
      says(
        'Adds an entry at the end of the running order',
        z.object({ entry, teamKey: z.string() }),
        ['too-late-to-change', 'invalid'],
        201,
      ),
      door(house, 'organiser'),
      body(newEntryBody),
      async (c) => {
        const given = c.req.valid('json')
        const teamKey = newKey()
        const added = await house.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('too-late-to-change')
          const stored = await addEntry(tx, event.id, { ...blankEntry, ...given, id: newId() })
          await addKey(tx, hashKey(teamKey), teamDoor(event.id, stored.id))
          await touchLineUp(tx, event.id)
          return toEntry(event, stored)
        })
        return c.json({ entry: added, teamKey }, 201)
      },
    )
    .get(
      '/events/:slug/entries/mine',
      says("The team's own entry, and whether it has said that it is ready", ownEntry, ['key-needed', 'wrong-door']),
      door(house, 'team'),
      async (c) => {
        const event = await getEvent(house.db.sql, c.req.param('slug'))
        const stored = await getEntry(house.db.sql, event.id, c.var.door.entryId!)
        return c.json({ entry: toEntry(event, stored), ready: isReady(event.show, stored) })
      },
    )
    .post(
      '/events/:slug/entries/mine/ready',
      says('The team says that it waits by the stage, or not yet', readyEntry, ['too-late-to-change', 'invalid']),
      door(house, 'team'),
      body(readyBody),
      async (c) => c.json(await sayReady(c.req.param('slug'), c.var.door.entryId!, c.req.valid('json').ready, 'count')),
    )
    .post(
      '/events/:slug/entries/:id/ready',
      says('The desk says it for the team', readyEntry, ['no-such-entry', 'too-late-to-change', 'invalid']),
      door(house, 'organiser'),
      body(readyBody),
      async (c) => c.json(await sayReady(c.req.param('slug'), c.req.param('id'), c.req.valid('json').ready, 'stage')),
    )
    .patch(
      '/events/:slug/entries/:id',
      says('Changes an entry; a team changes its own', z.object({ entry }), [
        'no-such-entry',
        'wrong-door',
        'entries-frozen',
        'too-late-to-change',
        'invalid',
      ]),
      door(house, 'organiser', 'team'),
      body(entryChanges),
      async (c) => {
        const changed = await house.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const stored = await getEntry(tx, event.id, c.req.param('id'))
          const { role, entryId } = c.var.door
          if (role === 'team' && entryId !== stored.id) refuse('wrong-door')
          // Once the reveal has begun, names are part of what was fixed.
          if (event.show.phase === 'revealing' || event.show.phase === 'final') refuse('too-late-to-change')
          if (role === 'team' && event.entriesFrozen) refuse('entries-frozen')
          const { talkSeconds, questionsSeconds, skipped, warmUp, ...words } = c.req.valid('json')
          const slot = { talkSeconds, questionsSeconds, skipped, warmUp }
          if (role === 'team' && Object.values(slot).some((value) => value !== undefined))
            refuse('wrong-door', 'The organiser decides about the slot')
          if (warmUp !== undefined && warmUp !== stored.warmUp && event.show.shownIds.includes(stored.id))
            refuse('too-late-to-change', 'This team has been on stage, so it stays as it is: scored, or a warm-up')
          const entry = { ...stored, ...given(slot), ...words }
          await saveEntry(tx, entry)
          await touchLineUp(tx, event.id)
          return toEntry(event, entry)
        })
        return c.json({ entry: changed })
      },
    )
    .delete(
      '/events/:slug/entries/:id',
      says(
        'Takes an entry out, with its ballots: then it takes the counts that the refusal gave, to say that they were seen',
        z.object({}),
        ['no-such-entry', 'entry-in-use', 'ballots-at-stake', 'too-late-to-change', 'invalid'],
      ),
      door(house, 'organiser'),
      query(removalQuery),
      async (c) => {
        const seen = c.req.valid('query')
        await house.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const stored = await getEntry(tx, event.id, c.req.param('id'))
          if (event.show.phase !== 'setup' && event.show.phase !== 'live') refuse('too-late-to-change')
          const show = withoutEntry(event.show, stored.id)
          const [ballots, prizes] = [await countBallots(tx, stored.id), await countPrizesOf(tx, stored.id)]
          checkConsent({ ...noCost, ballots, prizes }, { ...noCost, ballots: 0, prizes: 0, ...seen })
          await takePrizesFrom(tx, stored.id)
          await deleteEntry(tx, event.id, stored.id)
          await saveShow(tx, event.id, show)
          await remember(tx, {
            eventId: event.id,
            version: event.version,
            what: 'remove-entry',
            detail: { entryId: stored.id, team: stored.team, ballots },
            instance: house.instance,
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
