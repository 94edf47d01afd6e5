import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookie, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newKey } from '../http/keys.ts'
import { describe, describeChange } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { issuedKey } from '../schema/session.ts'
import { changeEvent } from '../store/change-event.ts'
import { getEventId } from '../store/events.ts'
import { type Caller, forOrganiser, insertKey, listKeys, revokeKey, revokeKeys } from '../store/keys.ts'

/** An issued key's id: the beginning of its hash. */
const keyId = (hash: Buffer) => hash.toString('hex').slice(0, 16)

export const keyRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/keys',
      describe('Every link that works now: whose, and since when', z.object({ keys: z.array(issuedKey) })),
      requireRole(context, 'organiser', 'owner'),
      async (c) => {
        const ownId = keyId(c.var.caller.hash)
        const keys = await listKeys(context.db.sql, await getEventId(context.db.sql, c.req.param('slug')))
        return c.json({ keys: keys.map(({ eventId: _, ...key }) => ({ ...key, own: key.id === ownId })) })
      },
    )
    .delete(
      '/events/:slug/keys/:id',
      describeChange('revoke-key', 'Revokes one link; no new one is made', z.object({}), [
        'no-such-key',
        'own-key',
        'no-such-event',
      ]),
      requireRole(context, 'organiser', 'owner'),
      async (c) => {
        await revokeOneKey(context, c.req.param('slug'), c.req.param('id'), c.var.caller)
        return c.json({})
      },
    )
    .post(
      '/events/:slug/key',
      describeChange(
        'issue-key',
        "A new organiser's link; those before stop working",
        z.object({ organiserKey: z.string() }),
        ['no-such-event'],
      ),
      requireRole(context, 'organiser', 'owner'),
      async (c) => {
        const slug = c.req.param('slug')
        const organiserKey = await replaceOrganiserKey(context, slug)
        setKeyCookie(c, 'organiser', slug, organiserKey)
        return c.json({ organiserKey })
      },
    )
    .delete(
      '/events/:slug/key',
      describeChange(
        'revoke-key',
        "Every organiser's link stops working; only the owner can make a new one",
        z.object({}),
        ['no-such-event'],
      ),
      requireRole(context, 'owner'),
      async (c) => {
        const slug = c.req.param('slug')
        await revokeOrganiserKeys(context, slug)
        clearKeyCookie(c, 'organiser', slug)
        return c.json({})
      },
    )

function revokeOneKey(context: AppContext, slug: string, id: string, caller: Caller): Promise<void> {
  if (keyId(caller.hash) === id) refuse('own-key')
  return changeEvent(context, slug, 'revoke-key', async ({ tx, event }) => {
    if (!(await revokeKey(tx, event.id, id))) refuse('no-such-key')
  })
}

function replaceOrganiserKey(context: AppContext, slug: string): Promise<string> {
  const organiserKey = newKey()
  return changeEvent(context, slug, 'issue-key', async ({ tx, event }) => {
    await revokeKeys(tx, forOrganiser(event.id))
    await insertKey(tx, hashKey(organiserKey), forOrganiser(event.id))
    return organiserKey
  })
}

function revokeOrganiserKeys(context: AppContext, slug: string): Promise<void> {
  return changeEvent(context, slug, 'revoke-key', ({ tx, event }) => revokeKeys(tx, forOrganiser(event.id)))
}
