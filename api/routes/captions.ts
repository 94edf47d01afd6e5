import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireCaptioner } from '../http/authenticate.ts'
import { body, describe, describeChange } from '../http/openapi.ts'
import { publish } from '../live/updates.ts'
import { checkPermission } from '../rules/permissions.ts'
import { captionBody } from '../schema/caption.ts'
import { getEvent } from '../store/events.ts'

export const captionRoutes = (context: AppContext) =>
  new Hono<{ Bindings: HttpBindings }>()
    .get(
      '/events/:slug/feed/captions',
      describe('Server-sent events: each caption as it is shown, for whoever opens it', z.string(), ['no-such-event']),
      async (c) => {
        context.captions.listen(await context.eventCache.eventId(c.req.param('slug')), c.env.outgoing)
        return RESPONSE_ALREADY_SENT
      },
    )
    .post(
      '/events/:slug/captions',
      describeChange(
        'show-caption',
        'Shows what somebody says on the stage, and on the phones that want it. It is not stored',
        z.object({}),
        ['too-many', 'invalid'],
      ),
      requireCaptioner(context),
      body(captionBody),
      async (c) => {
        // Without the event's lock, for which ballots wait: several captions come each second.
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        checkPermission('show-caption', event)
        await publish(context.db.sql, { kind: 'caption', eventId: event.id, text: c.req.valid('json').text })
        return c.json({})
      },
    )
