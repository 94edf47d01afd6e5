import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { authenticate, requireRole } from '../http/authenticate.ts'
import { describe } from '../http/openapi.ts'
import { readDesk, readStage } from '../live/snapshots.ts'
import { refuse } from '../rules/refusal.ts'
import { deskUpdate, stageSnapshot } from '../schema/stage.ts'

const asked = z.enum(['judge', 'team', 'organiser'])

export const stageRoutes = (context: AppContext) =>
  new Hono<{ Bindings: HttpBindings }>()
    .get(
      '/events/:slug/stage',
      describe('What every screen may know this moment', stageSnapshot, ['no-such-event']),
      async (c) => {
        c.header('cache-control', 'no-store')
        return c.json((await readStage(context, { slug: c.req.param('slug') })) ?? refuse('no-such-event'))
      },
    )
    .get(
      '/events/:slug/desk',
      describe('The panel’s progress', deskUpdate, ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => c.json((await readDesk(context, c.var.caller.eventId!, 0)) ?? refuse('no-such-event')),
    )
    .get(
      '/events/:slug/listening',
      describe(
        'How many screens and phones follow the event on this server: a count, for whoever asks, and never who',
        z.object({ listening: z.number().int() }),
        ['no-such-event'],
      ),
      async (c) => {
        const eventId = await context.eventCache.eventId(c.req.param('slug'))
        c.header('cache-control', 'no-store')
        return c.json({ listening: context.feed.listening(eventId) })
      },
    )
    .get(
      '/events/:slug/feed',
      describe('Server-sent events: stage, desk, you, and away while the server cannot read the show', z.string(), [
        'no-such-event',
      ]),
      async (c) => {
        const slug = c.req.param('slug')
        const eventId = await context.eventCache.eventId(slug)
        const as = asked.safeParse(c.req.query('as')).data
        const bearer = c.req.header('authorization') !== undefined
        const known =
          as !== undefined || bearer ? await authenticate(c, context, as ? [as] : asked.options, slug) : undefined
        const phone = known?.role === 'judge' || known?.role === 'team'
        context.feed.listen({
          eventId,
          response: c.env.outgoing,
          counts: !phone && c.req.query('counts') !== 'off',
          desk: known?.role === 'organiser' || known?.role === 'owner',
          judgeId: known?.judgeId ?? null,
        })
        if (known?.judgeId) context.presence.saw(known.judgeId)
        return RESPONSE_ALREADY_SENT
      },
    )
