import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { newSeed } from '../http/keys.ts'
import { body, describeChange } from '../http/openapi.ts'
import { toEntry } from '../rules/event/entry.ts'
import { checkDraw, drawRunningOrder } from '../rules/show/draw.ts'
import { checkRunningOrder } from '../rules/show/running-order.ts'
import { draw, drawBody, entry, runningOrderBody } from '../schema/entry.ts'
import { changeEvent } from '../store/change-event.ts'
import { listEntries, saveRunningOrder } from '../store/entries.ts'
import { type StoredEvent, saveDraw } from '../store/events.ts'
import type { Query } from '../store/sql.ts'

export const runningOrderRoutes = (context: AppContext) =>
  new Hono()
    .put(
      '/events/:slug/running-order',
      describeChange('set-running-order', 'Puts the entries in order', z.object({ entries: z.array(entry) }), [
        'order-incomplete',
        'invalid',
      ]),
      requireRole(context, 'organiser'),
      body(runningOrderBody),
      async (c) => c.json(await setRunningOrder(context, c.req.param('slug'), c.req.valid('json').entryIds)),
    )
    .post(
      '/events/:slug/running-order/draw',
      describeChange(
        'draw-running-order',
        'Draws the running order by lot, warm-ups first; everyone may read the seed',
        z.object({ draw, entries: z.array(entry) }),
        ['nothing-to-draw', 'too-late-to-change', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(drawBody),
      async (c) => c.json(await drawOrder(context, c.req.param('slug'), c.req.valid('json').seed ?? newSeed())),
    )

function setRunningOrder(context: AppContext, slug: string, entryIds: string[]) {
  return changeEvent(context, slug, 'set-running-order', async ({ tx, event }) => {
    const before = await listEntries(tx, event.id)
    checkRunningOrder(
      before.map((entry) => entry.id),
      entryIds,
    )
    await saveRunningOrder(tx, event.id, entryIds)
    return { entries: await listPublicEntries(tx, event) }
  })
}

function drawOrder(context: AppContext, slug: string, seed: number) {
  return changeEvent(context, slug, 'draw-running-order', async ({ tx, event, record }) => {
    const entries = await listEntries(tx, event.id)
    const warmUpIds = entries.filter((entry) => entry.warmUp).map((entry) => entry.id)
    checkDraw(event.show, entries.length - warmUpIds.length)
    const order = drawRunningOrder(entries, seed)
    const entryIds = order.filter((id) => !warmUpIds.includes(id))
    const times = (event.draw?.times ?? 0) + 1
    const draw = { seed, at: new Date(context.now()).toISOString(), times, entryIds }
    await saveRunningOrder(tx, event.id, order)
    await saveDraw(tx, event.id, draw)
    record('draw-order', { seed, times })
    return { draw, entries: await listPublicEntries(tx, event) }
  })
}

async function listPublicEntries(tx: Query, event: StoredEvent) {
  return (await listEntries(tx, event.id)).map((entry) => toEntry(event, entry))
}
