import { randomInt } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookie, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe, describeChange } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { type Rehearsal, type RehearsalBody, rehearsal, rehearsalBody } from '../schema/rehearsal.ts'
import { changeEvent } from '../store/change-event.ts'
import { deleteRehearsal } from '../store/copy.ts'
import { listEntries } from '../store/entries.ts'
import type { StoredEvent } from '../store/events.ts'
import { insertWithFreeSlug } from '../store/free-slug.ts'
import { forOrganiser, insertKey } from '../store/keys.ts'
import { findRehearsal, insertRehearsal, insertRehearsalEvent } from '../store/rehearsals.ts'
import type { Query } from '../store/sql.ts'

const path = '/events/:slug/rehearsal'
const maxShows = 4

const toRehearsal = ({ id: _, ...rest }: Rehearsal & { id: string }): Rehearsal => rest

/** A show that made-up judges play on a copy of the event: nothing of the event itself is touched. */
export const rehearsalRoutes = (context: AppContext) =>
  new Hono()
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
        return c.json({ rehearsal: found ? toRehearsal(found) : null })
      },
    )
    .post(
      path,
      describeChange(
        'start-rehearsal',
        'Has made-up judges play the show on a copy of the event, with a mark on every screen',
        z.object({ rehearsal, organiserKey: z.string() }),
        ['rehearsal-playing', 'rehearsal-itself', 'nothing-to-show', 'no-rubric', 'too-many', 'invalid'],
        201,
      ),
      requireRole(context, 'organiser'),
      body(rehearsalBody),
      async (c) => {
        const started = await startRehearsal(context, c.req.param('slug'), c.req.valid('json'))
        setKeyCookie(c, 'organiser', started.rehearsal.slug, started.organiserKey)
        return c.json(started, 201)
      },
    )
    .delete(
      path,
      describeChange('wipe-rehearsal', 'Wipes the rehearsal: nothing of it remains', z.object({}), ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const wiped = await wipeRehearsal(context, c.req.param('slug'))
        if (wiped) clearKeyCookie(c, 'organiser', wiped.slug)
        return c.json({})
      },
    )

/** It takes the place of an earlier one that has ended. */
async function startRehearsal(context: AppContext, slug: string, settings: RehearsalBody) {
  const { judges = 6, speed = 5, byHand = false } = settings
  const organiserKey = newKey()
  const started = await changeEvent(context, slug, 'start-rehearsal', async ({ tx, event }) => {
    await checkPlayable(tx, event)
    if (context.rehearsalRunner.many() >= maxShows)
      refuse('too-many', 'Other events rehearse at this moment. Wait until one is done')
    const afterVersion = await deleteRehearsal(tx, event.id)
    const name = `${event.slug.slice(0, 39)} rehearsal`
    const wanted = { judges, speed, byHand }
    const copy = await insertWithFreeSlug(undefined, { id: newId(), name }, (free) =>
      insertRehearsalEvent(tx, event, { ...free, afterVersion }, wanted),
    )
    await insertRehearsal(tx, copy.id, wanted, context.instance)
    await insertKey(tx, hashKey(organiserKey), forOrganiser(copy.id))
    return (await findRehearsal(tx, event.id))!
  })
  const seed = randomInt(1_000_000)
  context.rehearsalRunner.play(started.id, { slug: started.slug, key: organiserKey, judges, speed, byHand, seed })
  return { rehearsal: toRehearsal(started), organiserKey }
}

async function checkPlayable(tx: Query, event: StoredEvent): Promise<void> {
  const entries = await listEntries(tx, event.id)
  if (entries.every((entry) => entry.skipped)) refuse('nothing-to-show')
  if (event.criteria.length === 0) refuse('no-rubric')
  if ((await findRehearsal(tx, event.id))?.state === 'playing') refuse('rehearsal-playing')
}

async function wipeRehearsal(context: AppContext, slug: string) {
  const wiped = await changeEvent(context, slug, 'wipe-rehearsal', async ({ tx, event }) => {
    const found = await findRehearsal(tx, event.id)
    await deleteRehearsal(tx, event.id)
    return found
  })
  if (wiped) await context.rehearsalRunner.stop(wiped.id)
  return wiped
}
