import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { newSeed } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { toEntry } from '../rules/event/entry.ts'
import { checkDraw, drawRunningOrder } from '../rules/show/draw.ts'
import { checkRunningOrder } from '../rules/show/running-order.ts'
import { draw, drawBody, entry, runningOrderBody } from '../schema/entry.ts'
import { listEntries, saveRunningOrder } from '../store/entries.ts'
import { lockEvent, saveDraw, touchLineUp } from '../store/events.ts'
import { recordHistory } from '../store/history.ts'

const drawn = z.object({ draw, entries: z.array(entry) })

export const runningOrderRoutes = (context: AppContext) =>
  new Hono()
    .put(
      '/events/:slug/running-order',
      describe('Puts the entries in order', z.object({ entries: z.array(entry) }), ['order-incomplete', 'invalid']),
      requireRole(context, 'organiser'),
      body(runningOrderBody),
      async (c) => {
        const { entryIds } = c.req.valid('json')
        const entries = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const before = (await listEntries(tx, event.id)).map((one) => one.id)
          checkRunningOrder(before, entryIds)
          await saveRunningOrder(tx, event.id, entryIds)
          await touchLineUp(tx, event.id)
          return (await listEntries(tx, event.id)).map((one) => toEntry(event, one))
        })
        return c.json({ entries })
      },
    )
    .post(
      '/events/:slug/running-order/draw',
      describe('Lets chance put the entries in order, warm-ups first; the seed is kept for everyone', drawn, [
        'nothing-to-draw',
        'too-late-to-change',
        'invalid',
      ]),
      requireRole(context, 'organiser'),
      body(drawBody),
      async (c) => {
        const seed = c.req.valid('json').seed ?? newSeed()
        const answer = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const before = await listEntries(tx, event.id)
          checkDraw(
            event.show,
            before.filter((one) => !one.warmUp),
          )
          const order = drawRunningOrder(before, seed)
          const entryIds = order.filter((id) => !before.find((one) => one.id === id)?.warmUp)
          const times = (event.draw?.times ?? 0) + 1
          const draw = { seed, at: new Date(context.now()).toISOString(), times, entryIds }
          await saveRunningOrder(tx, event.id, order)
          await saveDraw(tx, event.id, draw)
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'draw-order',
            detail: { seed, times },
            instance: context.instance,
          })
          await touchLineUp(tx, event.id)
          const entries = (await listEntries(tx, event.id)).map((one) => toEntry(event, one))
          return { draw, entries }
        })
        return c.json(answer)
      },
    )
