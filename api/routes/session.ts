import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { clearKeyCookies, listCallers, setKeyCookie } from '../http/authenticate.ts'
import { body, describe } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { keyBody, type Session, session } from '../schema/session.ts'
import type { Caller } from '../store/keys.ts'

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
