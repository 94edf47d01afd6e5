import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookie, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describeChange } from '../http/openapi.ts'
import { publicEvent } from '../http/public-event.ts'
import { removePeople } from '../operations/remove-people.ts'
import { isNamed } from '../rules/event/event.ts'
import { refuse } from '../rules/refusal.ts'
import { type ConsentBody, type CopyBody, consentBody, copyBody, event } from '../schema/event.ts'
import { changeEvent } from '../store/change-event.ts'
import { copyEvent, deleteEvent } from '../store/copy.ts'
import { getEvent } from '../store/events.ts'
import { insertWithFreeSlug } from '../store/free-slug.ts'
import { forOrganiser, insertKey } from '../store/keys.ts'

const filesLeft = z.object({ filesLeft: z.array(z.string()) })

export const copyAndDeleteRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/events/:slug/copy',
      describeChange(
        'copy-event',
        "Sets up another event with this one's settings, rubric, prizes and picture; with its entries when asked. Judges, ballots and results stay where they are",
        z.object({ event, organiserKey: z.string() }),
        ['slug-taken', 'invalid', 'no-such-event'],
        201,
      ),
      requireRole(context, 'organiser', 'owner'),
      body(copyBody),
      async (c) => {
        const made = await makeCopy(context, c.req.param('slug'), c.req.valid('json'))
        setKeyCookie(c, 'organiser', made.event.slug, made.organiserKey)
        return c.json(made, 201)
      },
    )
    .delete(
      '/events/:slug/people',
      describeChange(
        'forget-people',
        'Removes names, roles, organisations, comments and messages; scores stay',
        filesLeft,
        ['key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => c.json({ filesLeft: await removePeople(context, c.req.param('slug')) }),
    )
    .delete(
      '/events/:slug',
      describeChange(
        'delete-event',
        'Deletes the event and everything in it for good. Its name or address, typed, is the consent',
        filesLeft,
        ['name-differs', 'no-such-event', 'key-needed'],
      ),
      requireRole(context, 'organiser', 'owner'),
      body(consentBody),
      async (c) => {
        const slug = c.req.param('slug')
        await removeEvent(context, slug, c.req.valid('json'))
        clearKeyCookie(c, 'organiser', slug)
        return c.json({ filesLeft: await context.archives.remove(slug) })
      },
    )

async function makeCopy(
  context: AppContext,
  slug: string,
  { name, slug: slugOfCopy, startsAt = null, entries = false }: CopyBody,
) {
  const organiserKey = newKey()
  const made = await changeEvent(context, slug, 'copy-event', async ({ tx, event }) => {
    const fields = { id: newId(), name: name ?? event.name, startsAt }
    const copy = await insertWithFreeSlug(slugOfCopy, fields, (free) => copyEvent(tx, event, { ...free, entries }))
    await insertKey(tx, hashKey(organiserKey), forOrganiser(copy.id))
    return getEvent(tx, copy.slug)
  })
  return { event: publicEvent(context, made), organiserKey }
}

function removeEvent(context: AppContext, slug: string, { name, underWay }: ConsentBody): Promise<void> {
  const action = underWay ? 'delete-event-under-way' : 'delete-event'
  return changeEvent(context, slug, action, async ({ tx, event }) => {
    if (!isNamed(event, name)) refuse('name-differs')
    await deleteEvent(tx, event)
  })
}
