import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../house.ts'
import { mediaTypeOf, mostPictureBytes } from '../rules/picture.ts'
import { refuse } from '../rules/refusal.ts'
import { door } from '../session.ts'
import { says } from '../shape.ts'
import { getEvent, lockEvent, touchLineUp } from '../store/events.ts'
import { deletePicture, findPicture, savePicture } from '../store/pictures.ts'

const path = '/events/:slug/picture'

/** The event's own picture, for the stage. Its address carries its digest, so a browser may keep it for good. */
export const pictureRoutes = (house: House) =>
  new Hono()
    .get(path, says("The event's picture", z.string(), ['no-such-picture', 'no-such-event']), async (c) => {
      const event = await getEvent(house.db.sql, c.req.param('slug'))
      const { bytes, mediaType } = (await findPicture(house.db.sql, event.id)) ?? refuse('no-such-picture')
      const whole = new Uint8Array(bytes)
      return c.body(whole.buffer, 200, {
        'content-type': mediaType,
        'cache-control': 'public, max-age=31536000, immutable',
      })
    })
    .put(
      path,
      says("Sets the event's picture: the bytes of a PNG, JPEG or WebP of at most 1 MiB", z.object({}), [
        'not-a-picture',
        'body-too-large',
      ]),
      door(house, 'organiser'),
      async (c) => {
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        if (bytes.length > mostPictureBytes) refuse('body-too-large')
        const mediaType = mediaTypeOf(bytes)
        const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
        await house.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          await savePicture(tx, event.id, { mediaType, bytes, digest })
          await touchLineUp(tx, event.id)
        })
        return c.json({})
      },
    )
    .delete(
      path,
      says("Takes the event's picture away", z.object({}), ['key-needed']),
      door(house, 'organiser'),
      async (c) => {
        await house.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          await deletePicture(tx, event.id)
          await touchLineUp(tx, event.id)
        })
        return c.json({})
      },
    )
