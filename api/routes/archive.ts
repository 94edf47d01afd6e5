import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newCode, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { checkPermission, findRefusal } from '../rules/permissions.ts'
import { refuse, TooMany } from '../rules/refusal.ts'
import { archive, archiveHead, archiveVersion, keptArchive } from '../schema/archive.ts'
import { ballotEdit, historyLine } from '../schema/award.ts'
import { readArchive, writeArchive } from '../store/archive.ts'
import { findSlugByCode, getEvent } from '../store/events.ts'
import { listBallotHistory, listHistory } from '../store/history.ts'
import { forOrganiser, insertKey } from '../store/keys.ts'

const history = z.object({ history: z.array(historyLine), ballots: z.array(ballotEdit).nullable() })

export const archiveRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/history',
      describe('Every cue and every decision; once scoring has closed, every edit of a ballot as well', history, [
        'key-needed',
      ]),
      requireRole(context, 'organiser'),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        const sealed = findRefusal('read-ballot-history', event)
        const ballots = sealed ? null : await listBallotHistory(context.db.sql, event.id)
        return c.json({ history: await listHistory(context.db.sql, event.id), ballots })
      },
    )
    .get(
      '/events/:slug/archive',
      describe('The whole event as one document; sealed while judges score', archive, ['results-sealed', 'key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const slug = c.req.param('slug')
        const whole = await context.db.sql.begin('isolation level repeatable read read only', async (tx) => {
          checkPermission('read-archive', await getEvent(tx, slug))
          return readArchive(tx, slug)
        })
        c.header('content-disposition', `attachment; filename="${slug}.json"`)
        return c.json(whole)
      },
    )
    .get(
      '/events/:slug/archives',
      describe(
        'The archives that this server wrote into its data folder by itself, and when one could not be written',
        z.object({ archives: z.array(keptArchive), failedAt: z.string().nullable() }),
        ['key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => {
        return c.json(await context.archives.look({ id: c.var.caller.eventId!, slug: c.req.param('slug') }))
      },
    )
    .post(
      '/archive',
      describe(
        'Brings an archived event in',
        z.object({ eventSlug: z.string(), organiserKey: z.string() }),
        ['not-an-archive', 'archive-newer', 'slug-taken', 'rehearsal-itself', 'too-many', 'invalid'],
        201,
      ),
      requireRole(context, 'owner'),
      importSingly(),
      readableHere,
      body(archive),
      async (c) => {
        const given = c.req.valid('json')
        if (given.event.rehearsal) refuse('rehearsal-itself', 'This is a rehearsal, so it is not brought in')
        const organiserKey = newKey()
        const event = await context.db.sql
          .begin(async (tx) => {
            // The code keeps working from old posters unless another event here has it.
            const code = (await findSlugByCode(tx, given.event.code)) === undefined ? given.event.code : newCode()
            const written = (await writeArchive(tx, given, code, context.instance)) ?? refuse('slug-taken')
            await insertKey(tx, hashKey(organiserKey), forOrganiser(written.id))
            return written
          })
          .catch(asContradiction)
        return c.json({ eventSlug: event.slug, organiserKey }, 201)
      },
    )

/** An archive is held in memory while it is imported, so a second one waits for the first. */
const importSingly = () => {
  let importing = false
  return createMiddleware(async (_, next) => {
    if (importing) throw new TooMany(5)
    importing = true
    try {
      await next()
    } finally {
      importing = false
    }
  })
}

/** Said first, because what a newer Demo Hour has written looks merely wrong to this one. */
const readableHere = createMiddleware(async (c, next) => {
  const given: unknown = await c.req.json().catch(() => refuse('not-json'))
  const head = archiveHead.safeParse(given)
  if (!head.success) refuse('not-an-archive')
  if (head.data.version > archiveVersion) refuse('archive-newer')
  await next()
})

/** The database would not have it: a ballot of a judge who is not there, two entries in one slot. */
function asContradiction(failure: { code?: unknown }): never {
  if (/^(22|23)/.test(String(failure.code)))
    refuse('invalid', 'The archive contradicts itself, so nothing was brought in')
  throw failure
}
