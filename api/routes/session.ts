import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookies, listCallers, requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newDeskCode, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { unlessTooMany } from '../http/request-limits.ts'
import { refuse } from '../rules/refusal.ts'
import { deskCode, deskCodeBody, keyBody, type Session, session } from '../schema/session.ts'
import { saveDeskCode, useDeskCode } from '../store/desk-codes.ts'
import { getEventId, lockEvent } from '../store/events.ts'
import { recordHistory } from '../store/history.ts'
import { addKey, type Caller, forOrganiser } from '../store/keys.ts'

const deskCodeMs = 5 * 60_000

const toSession = ({ role, slug }: Caller): Session => (slug === null ? { role } : { role, eventSlug: slug })

/** Keys traded for cookies; and a code by which a desk hands over to another laptop, which gets an organiser's key of its own. */
export const sessionRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/session',
      describe('Trades a key for a cookie that only this server can read', session, ['key-unknown', 'invalid']),
      body(keyBody),
      async (c) => {
        const { key } = c.req.valid('json')
        const caller = (await context.eventCache.findCaller(key)) ?? refuse('key-unknown')
        if (caller.judgeId) context.presence.saw(caller.judgeId)
        setKeyCookie(c, caller.role, caller.slug, key)
        return c.json(toSession(caller))
      },
    )
    .get('/session', describe('Which doors this browser may open', z.object({ doors: z.array(session) })), async (c) =>
      c.json({ doors: (await listCallers(c, context)).map(toSession) }),
    )
    .delete('/session', describe('Forgets every key on this browser', z.object({})), (c) => {
      clearKeyCookies(c)
      return c.json({})
    })
    .post(
      '/events/:slug/desk-codes',
      describe('A code for another laptop: it works once, for five minutes', deskCode, [], 201),
      requireRole(context, 'organiser'),
      async (c) => {
        const code = newDeskCode()
        const expiresAt = new Date(context.now() + deskCodeMs)
        await saveDeskCode(context.db.sql, c.var.caller.eventId!, hashKey(code), expiresAt)
        c.header('cache-control', 'no-store')
        return c.json({ code, expiresAt: expiresAt.toISOString() }, 201)
      },
    )
    .post(
      '/events/:slug/desk-session',
      describe('Exchanges the code that a desk shows for an organiser’s cookie', session, [
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
        unlessTooMany(context.limits.deskCode.take(eventId))
        const hash = hashKey(
          c.req
            .valid('json')
            .code.toUpperCase()
            .replace(/[^A-Z0-9]/g, ''),
        )
        const key = newKey()
        await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, slug)
          if (!(await useDeskCode(tx, eventId, hash, new Date(context.now())))) refuse('desk-code-unknown')
          await addKey(tx, hashKey(key), forOrganiser(eventId))
          const line = { eventId, version: event.version, what: 'hand-over-desk', detail: {} }
          await recordHistory(tx, { ...line, instance: context.instance })
        })
        setKeyCookie(c, 'organiser', slug, key)
        return c.json({ role: 'organiser' as const, eventSlug: slug })
      },
    )
