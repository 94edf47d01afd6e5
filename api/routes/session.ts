import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookies, listCallers, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newDeskCode, newKey } from '../http/keys.ts'
import { body, describe, describeChange } from '../http/openapi.ts'
import { clearPageCookies, setPageCookie } from '../http/page-cookie.ts'
import { refuseTooMany } from '../http/request-limits.ts'
import { refuse } from '../rules/refusal.ts'
import { deskCode, deskCodeBody, keyBody, type Session, session } from '../schema/session.ts'
import { changeEvent } from '../store/change-event.ts'
import { saveDeskCode, useDeskCode } from '../store/desk-codes.ts'
import { getEventId } from '../store/events.ts'
import { type Caller, forOrganiser, insertKey, markKeyUsed } from '../store/keys.ts'

const deskCodeMs = 5 * 60_000

const toSession = ({ role, slug }: Caller): Session => (slug === null ? { role } : { role, eventSlug: slug })

export const sessionRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/session',
      describe('Trades a key for a cookie that only this server can read', session, ['key-unknown', 'invalid']),
      body(keyBody),
      async (c) => {
        const { key } = c.req.valid('json')
        const caller = (await context.eventCache.findCaller(key)) ?? refuse('key-unknown')
        if (caller.judgeId) context.presence.connect(caller.judgeId)
        await markKeyUsed(context.db.sql, caller.hash)
        setKeyCookie(c, caller.role, caller.slug, key)
        setPageCookie(c, caller)
        return c.json(toSession(caller))
      },
    )
    .get('/session', describe('Which doors this browser may open', z.object({ doors: z.array(session) })), async (c) =>
      c.json({ doors: (await listCallers(c, context)).map(toSession) }),
    )
    .delete('/session', describe('Forgets every key on this browser', z.object({})), (c) => {
      clearKeyCookies(c)
      clearPageCookies(c)
      return c.json({})
    })
    .post(
      '/events/:slug/desk-codes',
      describeChange('hand-over-desk', 'A code for another laptop: it works once, for five minutes', deskCode, [], 201),
      requireRole(context, 'organiser'),
      async (c) => {
        const code = newDeskCode()
        const expiresAt = new Date(context.now() + deskCodeMs)
        await saveDeskCode(context.db.sql, c.var.caller.eventId!, hashKey(code), expiresAt)
        return c.json({ code, expiresAt: expiresAt.toISOString() }, 201)
      },
    )
    .post(
      '/events/:slug/desk-session',
      describeChange('hand-over-desk', 'Exchanges the code that a desk shows for an organiser’s cookie', session, [
        'desk-code-unknown',
        'too-many',
        'no-such-event',
        'invalid',
      ]),
      body(deskCodeBody),
      async (c) => {
        const slug = c.req.param('slug')
        const eventId = await getEventId(context.db.sql, slug)
        // By event, since the guesses may come from many addresses; a room that guesses does not stop the desk that is open.
        refuseTooMany(context.limits.deskCode.take(eventId))
        const hash = hashKey(
          c.req
            .valid('json')
            .code.toUpperCase()
            .replace(/[^A-Z0-9]/g, ''),
        )
        const key = await useCode(context, slug, hash)
        setKeyCookie(c, 'organiser', slug, key)
        return c.json({ role: 'organiser' as const, eventSlug: slug })
      },
    )

function useCode(context: AppContext, slug: string, hash: Buffer): Promise<string> {
  return changeEvent(context, slug, 'hand-over-desk', async ({ tx, event, record }) => {
    if (!(await useDeskCode(tx, event.id, hash, new Date(context.now())))) refuse('desk-code-unknown')
    const key = newKey()
    await insertKey(tx, hashKey(key), forOrganiser(event.id))
    record('hand-over-desk', {})
    return key
  })
}
