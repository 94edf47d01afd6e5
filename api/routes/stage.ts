import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../context.ts'
import { door, whoAsks } from '../http/authenticate.ts'
import { says } from '../http/openapi.ts'
import { readDesk, readStage } from '../live/snapshots.ts'
import { refuse } from '../rules/refusal.ts'
import { deskUpdate, stageSnapshot } from '../schema/stage.ts'

const asked = z.enum(['judge', 'team', 'organiser'])

export const stageRoutes = (house: House) =>
  new Hono<{ Bindings: HttpBindings }>()
    .get(
      '/events/:slug/stage',
      says('What every screen may know this moment', stageSnapshot, ['no-such-event']),
      async (c) => {
        c.header('cache-control', 'no-store')
        return c.json((await readStage(house, { slug: c.req.param('slug') })) ?? refuse('no-such-event'))
      },
    )
    .get(
      '/events/:slug/desk',
      says('The panel’s progress', deskUpdate, ['key-needed']),
      door(house, 'organiser'),
      async (c) => c.json((await readDesk(house, c.var.door.eventId!, 0)) ?? refuse('no-such-event')),
    )
    .get(
      '/events/:slug/listening',
      says(
        'How many screens and phones follow the event on this server: a count, for whoever asks, and never who',
        z.object({ listening: z.number().int() }),
        ['no-such-event'],
      ),
      async (c) => {
        const eventId = await house.memory.eventId(c.req.param('slug'))
        c.header('cache-control', 'no-store')
        return c.json({ listening: house.feed.listening(eventId) })
      },
    )
    .get(
      '/events/:slug/feed',
      says('Server-sent events: stage, desk, you, and away while the server cannot read the show', z.string(), [
        'no-such-event',
      ]),
      async (c) => {
        const slug = c.req.param('slug')
        const eventId = await house.memory.eventId(slug)
        const as = asked.safeParse(c.req.query('as')).data
        const bearer = c.req.header('authorization') !== undefined
        const known = as !== undefined || bearer ? await whoAsks(c, house, as ? [as] : asked.options, slug) : undefined
        const phone = known?.role === 'judge' || known?.role === 'team'
        house.feed.listen({
          eventId,
          response: c.env.outgoing,
          counts: !phone && c.req.query('counts') !== 'off',
          desk: known?.role === 'organiser',
          judgeId: known?.judgeId ?? null,
        })
        if (known?.judgeId) house.presence.saw(known.judgeId)
        return RESPONSE_ALREADY_SENT
      },
    )
