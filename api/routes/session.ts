import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../context.ts'
import { forgetKeys, keepKey, openDoors } from '../http/authenticate.ts'
import { body, says } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { keyBody, type Session, session } from '../schema/session.ts'
import type { Door } from '../store/keys.ts'

const toSession = ({ role, slug }: Door): Session => (slug === null ? { role } : { role, eventSlug: slug })

export const sessionRoutes = (house: House) =>
  new Hono()
    .post(
      '/session',
      says('Trades a key for a cookie that only this server can read', session, ['key-unknown', 'invalid']),
      body(keyBody),
      async (c) => {
        const { key } = c.req.valid('json')
        const door = (await house.memory.door(key)) ?? refuse('key-unknown')
        keepKey(c, door.role, door.slug, key)
        return c.json(toSession(door))
      },
    )
    .get('/session', says('Which doors this browser may open', z.object({ doors: z.array(session) })), async (c) =>
      c.json({ doors: (await openDoors(c, house)).map(toSession) }),
    )
    .delete('/session', says('Forgets every key on this browser', z.object({})), (c) => {
      forgetKeys(c)
      return c.json({})
    })
