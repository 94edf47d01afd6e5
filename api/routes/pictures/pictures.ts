import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { readInTurn } from '../../database/large-reads.ts'
import { requireRole } from '../../http/authenticate.ts'
import { describe, describeChange } from '../../http/openapi.ts'
import {
  type CheckedPicture,
  checkPicture,
  entryPictureLimits,
  eventPictureLimits,
} from '../../rules/pictures/picture.ts'
import { refuse } from '../../rules/refusal.ts'
import { maxPictureBytes } from '../../schema/limits.ts'
import { changeEvent } from '../../store/change-event.ts'
import { getEntry } from '../../store/entries.ts'
import type { Caller } from '../../store/keys.ts'
import { deletePicture, findPicture, savePicture, sumPictureBytes } from '../../store/pictures.ts'

const ofEvent = '/events/:slug/picture'
const ofEntry = '/events/:slug/entries/:id/picture'

export const pictureRoutes = (context: AppContext) =>
  new Hono()
    .get(ofEvent, describe("The event's picture", z.string(), ['no-such-picture', 'no-such-event']), (c) =>
      sendPicture(c, context, c.req.param('slug'), null),
    )
    .get(ofEntry, describe("An entry's picture", z.string(), ['no-such-picture', 'no-such-event']), (c) =>
      sendPicture(c, context, c.req.param('slug'), c.req.param('id')),
    )
    .put(
      ofEvent,
      describeChange(
        'set-event-picture',
        "Sets the event's picture: the bytes of a PNG, JPEG or WebP of at most 1 MiB",
        z.object({}),
        ['not-a-picture', 'picture-too-large', 'body-too-large'],
      ),
      requireRole(context, 'organiser'),
      async (c) => {
        const picture = checkPicture(new Uint8Array(await c.req.arrayBuffer()), eventPictureLimits)
        return c.json(await setEventPicture(context, c.req.param('slug'), picture))
      },
    )
    .put(
      ofEntry,
      describeChange(
        'set-own-picture',
        "Sets an entry's picture: the bytes of a PNG, JPEG or WebP of at most 512 KiB",
        z.object({}),
        ['no-such-entry', 'wrong-door', 'not-a-picture', 'picture-too-large', 'body-too-large', 'event-full'],
      ),
      requireRole(context, 'organiser', 'team'),
      async (c) => {
        const picture = checkPicture(new Uint8Array(await c.req.arrayBuffer()), entryPictureLimits)
        return c.json(await setEntryPicture(context, c.req.param('slug'), c.req.param('id'), c.var.caller, picture))
      },
    )
    .delete(
      ofEvent,
      describeChange('set-event-picture', "Deletes the event's picture", z.object({}), ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => c.json(await setEventPicture(context, c.req.param('slug'), null)),
    )
    .delete(
      ofEntry,
      describeChange('set-own-picture', "Deletes an entry's picture", z.object({}), ['no-such-entry', 'wrong-door']),
      requireRole(context, 'organiser', 'team'),
      async (c) => c.json(await setEntryPicture(context, c.req.param('slug'), c.req.param('id'), c.var.caller, null)),
    )

async function sendPicture(c: Context, context: AppContext, slug: string, entryId: string | null) {
  const eventId = await context.eventCache.eventId(slug)
  const picture = await readInTurn(() => findPicture(context.db.sql, { eventId, entryId }))
  if (!picture) refuse('no-such-picture')
  // Only the address with the picture's digest is cached for good: any other answers with the newest picture.
  const current = c.req.query('v') === picture.digest
  return c.body(new Uint8Array(picture.bytes).buffer, 200, {
    'content-type': picture.mediaType,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

function setEventPicture(context: AppContext, slug: string, picture: CheckedPicture | null) {
  return changeEvent(context, slug, 'set-event-picture', async ({ tx, event }) => {
    const owner = { eventId: event.id, entryId: null }
    if (picture) await savePicture(tx, owner, picture)
    else await deletePicture(tx, owner)
    return {}
  })
}

/** Null deletes it. A team changes its own, for as long as it may change its own words. */
function setEntryPicture(
  context: AppContext,
  slug: string,
  id: string,
  caller: Caller,
  picture: CheckedPicture | null,
) {
  const byTeam = caller.role === 'team'
  if (byTeam && caller.entryId !== id) refuse('wrong-door')
  return changeEvent(context, slug, byTeam ? 'set-own-picture' : 'set-entry-picture', async ({ tx, event }) => {
    const entry = await getEntry(tx, event.id, id)
    const owner = { eventId: event.id, entryId: entry.id }
    if (picture) {
      const others = await sumPictureBytes(tx, event.id, entry.id)
      if (others + picture.bytes.length > maxPictureBytes)
        refuse('event-full', 'The pictures of this event take as much room as they may. Make this one smaller')
      await savePicture(tx, owner, picture)
    } else await deletePicture(tx, owner)
    return {}
  })
}
