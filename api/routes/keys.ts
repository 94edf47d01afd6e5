import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookie, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newKey } from '../http/keys.ts'
import { describe } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { issuedKey } from '../schema/session.ts'
import { getEventId, lockEvent } from '../store/events.ts'
import { addKey, forOrganiser, listKeys, revokeKey, revokeKeys } from '../store/keys.ts'

/** As the list names it. */
const idOf = (hash: Buffer) => hash.toString('hex').slice(0, 16)

/** The links that open something of an event, and how they stop. New ones for judges and teams are made in links.ts. */
export const keyRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/keys',
      describe('Every link that works now: whose, and since when', z.object({ keys: z.array(issuedKey) })),
      requireRole(context, 'organiser', 'owner'),
      async (c) => {
        const mine = idOf(c.var.caller.hash)
        const keys = await listKeys(context.db.sql, await getEventId(context.db.sql, c.req.param('slug')))
        c.header('cache-control', 'no-store')
        return c.json({ keys: keys.map(({ eventId: _, ...key }) => ({ ...key, own: mine === key.id })) })
      },
    )
    .delete(
      '/events/:slug/keys/:id',
      describe('One link stops working, and no new one is made', z.object({}), [
        'no-such-key',
        'own-key',
        'no-such-event',
      ]),
      requireRole(context, 'organiser', 'owner'),
      async (c) => {
        const id = c.req.param('id')
        if (idOf(c.var.caller.hash) === id) refuse('own-key')
        await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (!(await revokeKey(tx, event.id, id))) refuse('no-such-key')
        })
        return c.json({})
      },
    )
    .post(
      '/events/:slug/key',
      describe("A new organiser's link; those before stop working", z.object({ organiserKey: z.string() }), [
        'no-such-event',
      ]),
      requireRole(context, 'organiser', 'owner'),
      async (c) => {
        const organiserKey = newKey()
        const slug = c.req.param('slug')
        await context.db.sql.begin(async (tx) => {
          const { id } = await lockEvent(tx, slug)
          await revokeKeys(tx, forOrganiser(id))
          await addKey(tx, hashKey(organiserKey), forOrganiser(id))
        })
        setKeyCookie(c, 'organiser', slug, organiserKey)
        return c.json({ organiserKey })
      },
    )
    .delete(
      '/events/:slug/key',
      describe("Every organiser's link stops working; only the owner can make a new one", z.object({}), [
        'no-such-event',
      ]),
      requireRole(context, 'owner'),
      async (c) => {
        const slug = c.req.param('slug')
        await context.db.sql.begin(async (tx) => revokeKeys(tx, forOrganiser((await lockEvent(tx, slug)).id)))
        clearKeyCookie(c, 'organiser', slug)
        return c.json({})
      },
    )
