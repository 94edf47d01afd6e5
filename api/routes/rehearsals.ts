import { randomInt } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookie, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { type Rehearsal, rehearsal, rehearsalBody } from '../schema/rehearsal.ts'
import { deleteRehearsal } from '../store/copy.ts'
import { listEntries } from '../store/entries.ts'
import { lockEvent, type StoredEvent } from '../store/events.ts'
import { addUnderFreeName } from '../store/free-name.ts'
import { addKey, forOrganiser } from '../store/keys.ts'
import { addRehearsal, addRehearsalEvent, findRehearsal, type Wanted } from '../store/rehearsals.ts'
import type { Query } from '../store/sql.ts'

const path = '/events/:slug/rehearsal'
const mostShows = 4

const toRehearsal = ({ id: _, ...rest }: Rehearsal & { id: string }): Rehearsal => rest

/** A show that made-up people play on a copy of the event: nothing of the event itself is touched. */
export const rehearsalRoutes = (context: AppContext) => {
  async function checkPlayable(tx: Query, source: StoredEvent): Promise<void> {
    if (source.rehearsalOf !== null) refuse('rehearsal-itself', 'This is a rehearsal itself, so it cannot be rehearsed')
    if (source.show.phase !== 'setup')
      refuse(
        'too-late-to-change',
        'The doors are open. Rehearse before the show, so that nobody mistakes one for the other',
      )
    const entries = await listEntries(tx, source.id)
    if (entries.every((entry) => entry.skipped)) refuse('nothing-to-show')
    if (source.criteria.length === 0) refuse('no-rubric')
    if ((await findRehearsal(tx, source.id))?.state === 'playing') refuse('rehearsal-playing')
    if (context.rehearsalRunner.many() >= mostShows)
      refuse('too-many', 'Other events rehearse at this moment. Wait until one is done')
  }

  /** In the place of the one before it, if that was left behind. */
  async function open(slug: string, wanted: Wanted) {
    const key = newKey()
    const made = await context.db.sql.begin(async (tx) => {
      const source = await lockEvent(tx, slug)
      await checkPlayable(tx, source)
      const before = await deleteRehearsal(tx, source.id)
      const name = `${source.slug.slice(0, 39)} rehearsal`
      const copy = await addUnderFreeName(undefined, { id: newId(), name }, (fresh) =>
        addRehearsalEvent(tx, source, { ...fresh, after: before }, wanted),
      )
      await addRehearsal(tx, copy.id, wanted, context.instance)
      await addKey(tx, hashKey(key), forOrganiser(copy.id))
      return (await findRehearsal(tx, source.id))!
    })
    return { made, key }
  }

  return new Hono()
    .get(
      path,
      describe(
        'The rehearsal of this event, and how it goes; null while there is none',
        z.object({ rehearsal: rehearsal.nullable() }),
        ['key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => {
        const found = await findRehearsal(context.db.sql, c.var.caller.eventId!)
        c.header('cache-control', 'no-store')
        return c.json({ rehearsal: found ? toRehearsal(found) : null })
      },
    )
    .post(
      path,
      describe(
        'Has made-up judges play the show on a copy of the event, with a mark on every screen',
        z.object({ rehearsal, organiserKey: z.string() }),
        [
          'rehearsal-playing',
          'rehearsal-itself',
          'too-late-to-change',
          'nothing-to-show',
          'no-rubric',
          'too-many',
          'invalid',
        ],
        201,
      ),
      requireRole(context, 'organiser'),
      body(rehearsalBody),
      async (c) => {
        const { judges = 6, speed = 5, byHand = false } = c.req.valid('json')
        const { made, key } = await open(c.req.param('slug'), { judges, speed, byHand })
        context.rehearsalRunner.play(made.id, {
          slug: made.slug,
          key,
          judges,
          speed,
          byHand,
          seed: randomInt(1_000_000),
        })
        setKeyCookie(c, 'organiser', made.slug, key)
        return c.json({ rehearsal: toRehearsal(made), organiserKey: key }, 201)
      },
    )
    .delete(
      path,
      describe('Wipes the rehearsal: nothing of it remains', z.object({}), ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const found = await findRehearsal(context.db.sql, c.var.caller.eventId!)
        await context.db.sql.begin((tx) => deleteRehearsal(tx, c.var.caller.eventId!))
        if (found) {
          await context.rehearsalRunner.stop(found.id)
          clearKeyCookie(c, 'organiser', found.slug)
        }
        return c.json({})
      },
    )
}
