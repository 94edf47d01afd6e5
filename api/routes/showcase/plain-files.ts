import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { readInTurn } from '../../database/large-reads.ts'
import { readGallery } from '../../gallery/gallery.ts'
import { plainFiles } from '../../gallery/plain-files.ts'
import { zipFiles } from '../../gallery/zip.ts'
import { requireRole } from '../../http/authenticate.ts'
import { describe } from '../../http/openapi.ts'
import { findSlidePage } from '../../store/entries/slides.ts'
import { findPicture } from '../../store/pictures.ts'

export const plainFileRoutes = (context: AppContext) =>
  new Hono().get(
    '/events/:slug/showcase.zip',
    describe(
      'The gallery and every entry’s page as plain files, to put on any web server. They hold what anyone may read at this moment; the organiser may take them before the gallery is public',
      z.string(),
      ['key-needed', 'no-such-event'],
    ),
    requireRole(context, 'organiser'),
    async (c) => {
      const slug = c.req.param('slug')
      const gallery = await readGallery(context, slug)
      const eventId = gallery.event.id
      const files = plainFiles(gallery, {
        picture: ({ id }) => readInTurn(() => findPicture(context.db.sql, { eventId, entryId: id })),
        slide: ({ id, slides }, page) =>
          readInTurn(() => findSlidePage(context.db.sql, { eventId, entryId: id, deck: slides!.version, page })),
      })
      return c.body(zipFiles(`${slug}-showcase`, files, new Date(context.now())), 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${slug}-showcase.zip"`,
      })
    },
  )
