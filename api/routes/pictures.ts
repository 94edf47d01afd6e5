import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { describe } from '../http/openapi.ts'
import { checkPicture, entryPictureLimits, eventPictureLimits, type PictureLimits } from '../rules/pictures/picture.ts'
import { refuse } from '../rules/refusal.ts'
import { listEntries } from '../store/entries.ts'
import { lockEvent, type StoredEvent, touchLineUp } from '../store/events.ts'
import type { Caller } from '../store/keys.ts'
import { deletePicture, findPicture, savePicture } from '../store/pictures.ts'
import type { Query } from '../store/sql.ts'

const ofEvent = '/events/:slug/picture'
const ofEntry = '/events/:slug/entries/:id/picture'

/** Whether this door may change that entry's picture now. A team's own, as long as its words are its own to change. */
async function checkEntryDoor(tx: Query, { role, entryId }: Caller, event: StoredEvent, id: string): Promise<void> {
  if (!(await listEntries(tx, event.id)).some((entry) => entry.id === id)) refuse('no-such-entry')
  if (role === 'organiser') return
  if (entryId !== id) refuse('wrong-door')
  if (event.show.phase === 'revealing' || event.show.phase === 'final') refuse('too-late-to-change')
  if (event.entriesFrozen) refuse('entries-frozen')
}

/** The event's own picture, for the stage, and one of each entry. */
export const pictureRoutes = (context: AppContext) => {
  async function give(c: Context, entryId: string | null) {
    const eventId = await context.eventCache.eventId(c.req.param('slug')!)
    const picture = (await findPicture(context.db.sql, { eventId, entryId })) ?? refuse('no-such-picture')
    const whole = new Uint8Array(picture.bytes)
    // Only under its own digest may a browser keep it: an older address shows the newest and is asked again.
    const stays = c.req.query('v') === picture.digest
    return c.body(whole.buffer, 200, {
      'content-type': picture.mediaType,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': stays ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }

  /** Keeps what was sent, or takes away what was there, when the door may; every screen reads the line-up again. */
  async function change(c: Context, who: Caller, entryId: string | null, limits?: PictureLimits) {
    const picture = limits && checkPicture(new Uint8Array(await c.req.arrayBuffer()), limits)
    await context.db.sql.begin(async (tx) => {
      const event = await lockEvent(tx, c.req.param('slug')!)
      if (entryId !== null) await checkEntryDoor(tx, who, event, entryId)
      const owner = { eventId: event.id, entryId }
      if (picture) await savePicture(tx, owner, picture)
      else await deletePicture(tx, owner)
      await touchLineUp(tx, event.id, who.role === 'team' ? 'team' : 'organiser')
    })
    return c.json({})
  }

  return new Hono()
    .get(ofEvent, describe("The event's picture", z.string(), ['no-such-picture', 'no-such-event']), (c) =>
      give(c, null),
    )
    .get(ofEntry, describe("An entry's picture", z.string(), ['no-such-picture', 'no-such-event']), (c) =>
      give(c, c.req.param('id')),
    )
    .put(
      ofEvent,
      describe("Sets the event's picture: the bytes of a PNG, JPEG or WebP of at most 1 MiB", z.object({}), [
        'not-a-picture',
        'picture-too-large',
        'body-too-large',
      ]),
      requireRole(context, 'organiser'),
      (c) => change(c, c.var.caller, null, eventPictureLimits),
    )
    .put(
      ofEntry,
      describe("Sets an entry's picture: the bytes of a PNG, JPEG or WebP of at most 512 KiB", z.object({}), [
        'no-such-entry',
        'entries-frozen',
        'too-late-to-change',
        'not-a-picture',
        'picture-too-large',
        'body-too-large',
      ]),
      requireRole(context, 'organiser', 'team'),
      (c) => change(c, c.var.caller, c.req.param('id'), entryPictureLimits),
    )
    .delete(
      ofEvent,
      describe("Takes the event's picture away", z.object({}), ['key-needed']),
      requireRole(context, 'organiser'),
      (c) => change(c, c.var.caller, null),
    )
    .delete(
      ofEntry,
      describe("Takes an entry's picture away", z.object({}), [
        'no-such-entry',
        'entries-frozen',
        'too-late-to-change',
      ]),
      requireRole(context, 'organiser', 'team'),
      (c) => change(c, c.var.caller, c.req.param('id')),
    )
}
