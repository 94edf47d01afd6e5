import { randomInt } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../context.ts'
import { door, forgetKey, keepKey } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, says } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { type Rehearsal, rehearsal, rehearsalBody } from '../schema/rehearsal.ts'
import { deleteRehearsal } from '../store/copy.ts'
import { listEntries } from '../store/entries.ts'
import { lockEvent, type StoredEvent } from '../store/events.ts'
import { addUnderFreeName } from '../store/free-name.ts'
import { addKey, organiserDoor } from '../store/keys.ts'
import { addRehearsal, addRehearsalEvent, findRehearsal, type Wanted } from '../store/rehearsals.ts'
import type { Query } from '../store/sql.ts'

const path = '/events/:slug/rehearsal'
const mostShows = 4

const toRehearsal = ({ id: _, ...rest }: Rehearsal & { id: string }): Rehearsal => rest

/** A show that made-up people play on a copy of the event: nothing of the event itself is touched. */
export const rehearsalRoutes = (house: House) => {
  async function checkPlayable(tx: Query, source: StoredEvent): Promise<void> {
    if (source.rehearsalOf !== null) refuse('rehearsal-itself', 'This is a rehearsal itself, so it cannot be rehearsed')
    if (source.show.phase !== 'setup')
      refuse(
        'too-late-to-change',
        'The doors are open. Rehearse before the evening, so that nobody takes one for the other',
      )
    const entries = await listEntries(tx, source.id)
    if (entries.every((entry) => entry.skipped)) refuse('nothing-to-show')
    if (source.criteria.length === 0) refuse('no-rubric')
    if ((await findRehearsal(tx, source.id))?.state === 'playing') refuse('rehearsal-playing')
    if (house.players.many() >= mostShows)
      refuse('too-many', 'Other events rehearse at this moment. Wait until one is done')
  }

  /** In the place of the one before it, if that was left behind. */
  async function open(slug: string, wanted: Wanted) {
    const key = newKey()
    const made = await house.db.sql.begin(async (tx) => {
      const source = await lockEvent(tx, slug)
      await checkPlayable(tx, source)
      const before = await deleteRehearsal(tx, source.id)
      const name = `${source.slug.slice(0, 39)} rehearsal`
      const copy = await addUnderFreeName(undefined, { id: newId(), name }, (fresh) =>
        addRehearsalEvent(tx, source, { ...fresh, after: before }, wanted),
      )
      await addRehearsal(tx, copy.id, wanted, house.instance)
      await addKey(tx, hashKey(key), organiserDoor(copy.id))
      return (await findRehearsal(tx, source.id))!
    })
    return { made, key }
  }

  return new Hono()
    .get(
      path,
      says(
        'The rehearsal of this event, and how it goes; null while there is none',
        z.object({ rehearsal: rehearsal.nullable() }),
        ['key-needed'],
      ),
      door(house, 'organiser'),
      async (c) => {
        const found = await findRehearsal(house.db.sql, c.var.door.eventId!)
        c.header('cache-control', 'no-store')
        return c.json({ rehearsal: found ? toRehearsal(found) : null })
      },
    )
    .post(
      path,
      says(
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
      door(house, 'organiser'),
      body(rehearsalBody),
      async (c) => {
        const { judges = 6, speed = 5, byHand = false } = c.req.valid('json')
        const { made, key } = await open(c.req.param('slug'), { judges, speed, byHand })
        house.players.play(made.id, { slug: made.slug, key, judges, speed, byHand, seed: randomInt(1_000_000) })
        keepKey(c, 'organiser', made.slug, key)
        return c.json({ rehearsal: toRehearsal(made), organiserKey: key }, 201)
      },
    )
    .delete(
      path,
      says('Wipes the rehearsal: nothing of it remains', z.object({}), ['key-needed']),
      door(house, 'organiser'),
      async (c) => {
        const found = await findRehearsal(house.db.sql, c.var.door.eventId!)
        await house.db.sql.begin((tx) => deleteRehearsal(tx, c.var.door.eventId!))
        if (found) {
          await house.players.stop(found.id)
          forgetKey(c, 'organiser', found.slug)
        }
        return c.json({})
      },
    )
}
