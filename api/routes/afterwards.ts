import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookie, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { publicEvent } from '../http/public-event.ts'
import { isNamed } from '../rules/event/event.ts'
import { refuse } from '../rules/refusal.ts'
import { consentBody, copyBody, event } from '../schema/event.ts'
import { copyEvent, deleteEvent, deleteRehearsal } from '../store/copy.ts'
import { getEvent, lockEvent } from '../store/events.ts'
import { addUnderFreeName } from '../store/free-name.ts'
import { recordHistory } from '../store/history.ts'
import { addKey, forOrganiser } from '../store/keys.ts'
import { forgetPeople } from '../store/people.ts'

/** Archives in the data folder that could not be taken away, by name. */
const filesLeft = z.object({ filesLeft: z.array(z.string()) })

/** When the day is over: the start of the next one, and what is to be forgotten. */
export const afterwardsRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/events/:slug/copy',
      describe(
        "Sets up another event with this one's settings, rubric, prizes and picture; with its entries when asked. Judges, ballots and results stay where they are",
        z.object({ event, organiserKey: z.string() }),
        ['slug-taken', 'invalid', 'no-such-event'],
        201,
      ),
      requireRole(context, 'organiser', 'owner'),
      body(copyBody),
      async (c) => {
        const { name, slug, startsAt = null, entries = false } = c.req.valid('json')
        const organiserKey = newKey()
        const made = await context.db.sql.begin(async (tx) => {
          const source = await lockEvent(tx, c.req.param('slug'))
          const copy = await addUnderFreeName(slug, { id: newId(), name: name ?? source.name, startsAt }, (fresh) =>
            copyEvent(tx, source, { ...fresh, entries }),
          )
          await addKey(tx, hashKey(organiserKey), forOrganiser(copy.id))
          return getEvent(tx, copy.slug)
        })
        setKeyCookie(c, 'organiser', made.slug, organiserKey)
        return c.json({ event: publicEvent(context, made), organiserKey }, 201)
      },
    )
    .delete(
      '/events/:slug/people',
      describe('Removes names, roles, organisations, comments and messages; scores stay', filesLeft, [
        'too-late-to-change',
        'key-needed',
      ]),
      requireRole(context, 'organiser'),
      async (c) => {
        const { id, slug, show } = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (event.show.phase === 'live' || event.show.phase === 'revealing')
            refuse('too-late-to-change', 'The show is under way. Remove the people afterwards')
          await forgetPeople(tx, event, context.instance)
          await deleteRehearsal(tx, event.id)
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'forget-people',
            detail: {},
            instance: context.instance,
          })
          return event
        })
        const left = await context.archives.remove(slug)
        if (show.phase !== 'setup') context.archives.keep({ id, slug }, show.phase === 'final' ? 'published' : 'closed')
        return c.json({ filesLeft: left })
      },
    )
    .delete(
      '/events/:slug',
      describe(
        'Deletes the event and everything in it for good. Its name or address, typed, is the consent',
        filesLeft,
        ['name-differs', 'under-way', 'no-such-event', 'key-needed'],
      ),
      requireRole(context, 'organiser', 'owner'),
      body(consentBody),
      async (c) => {
        const { name, underWay = false } = c.req.valid('json')
        const slug = c.req.param('slug')
        await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, slug)
          if (!isNamed(event, name)) refuse('name-differs')
          const { phase } = event.show
          if (!underWay && (phase === 'live' || phase === 'closed' || phase === 'revealing')) refuse('under-way')
          await deleteEvent(tx, event)
        })
        clearKeyCookie(c, 'organiser', slug)
        return c.json({ filesLeft: await context.archives.remove(slug) })
      },
    )
