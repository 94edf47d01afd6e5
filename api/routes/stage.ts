import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { authenticate, requireRole } from '../http/authenticate.ts'
import { describe } from '../http/openapi.ts'
import { readDesk, readStage } from '../live/snapshots.ts'
import { refuse } from '../rules/refusal.ts'
import { deskUpdate, stageSnapshot } from '../schema/stage.ts'
import type { Caller } from '../store/keys.ts'

const feedRole = z.enum(['judge', 'team', 'organiser', 'remote'])

/** Whose feed it is; undefined without a key. Authenticates again when a key was revoked meanwhile, as no later update would end it. */
async function findFeedCaller(c: Context, context: AppContext, slug: string): Promise<Caller | undefined> {
  const as = feedRole.safeParse(c.req.query('as')).data
  if (as === undefined && c.req.header('authorization') === undefined) return undefined
  for (;;) {
    const version = context.eventCache.keysVersion()
    const caller = await authenticate(c, context, as ? [as] : feedRole.options, slug)
    if (version === context.eventCache.keysVersion()) return caller
  }
}

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
        const caller = await findFeedCaller(c, context, slug)
        const phone = caller?.role === 'judge' || caller?.role === 'team'
        context.feed.listen({
          eventId,
          response: c.env.outgoing,
          counts: !phone && c.req.query('counts') !== 'off',
          desk: caller?.role === 'organiser' || caller?.role === 'owner',
          judgeId: caller?.judgeId ?? null,
          keyHash: caller?.hash.toString('hex') ?? null,
        })
        if (caller?.judgeId) context.presence.connect(caller.judgeId)
        return RESPONSE_ALREADY_SENT
      },
    )
