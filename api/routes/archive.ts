import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { readArchiveFile, receiveArchive } from '../http/archive-file.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newCode, newKey } from '../http/keys.ts'
import { describe, describeBody } from '../http/openapi.ts'
import { digestOf } from '../results/compute-result.ts'
import { checkArchive } from '../rules/archive/check-archive.ts'
import { findRefusal } from '../rules/permissions.ts'
import { refuse, TooManyRequests } from '../rules/refusal.ts'
import { archive, storedArchive } from '../schema/archive/archive.ts'
import { ballotEdit, historyLine } from '../schema/history.ts'
import { type ArchiveReader, importArchive } from '../store/archive/import-archive.ts'
import { getEvent, isCodeInUse } from '../store/events.ts'
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
      describe('The whole event as one document; sealed while judges score', archive, [
        ...(['results-sealed', 'key-needed', 'too-many'] as const),
      ]),
      requireRole(context, 'organiser'),
      async (c) => {
        const slug = c.req.param('slug')
        const { bytes, body } = await context.archiveExports.open(slug)
        return c.body(body, 200, {
          'content-type': 'application/json',
          'content-length': String(bytes),
          'content-disposition': `attachment; filename="${slug}.json"`,
        })
      },
    )
    .get(
      '/events/:slug/archives',
      describe(
        'The archives that this server wrote into its data folder by itself, and when one could not be written',
        z.object({ archives: z.array(storedArchive), failedAt: z.string().nullable() }),
        ['key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => {
        return c.json(await context.archives.list({ id: c.var.caller.eventId!, slug: c.req.param('slug') }))
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
      describeBody(archive),
      async (c) => {
        const file = await receiveArchive(c, context.scratchFolder)
        try {
          return c.json(await importEvent(context, await readArchiveFile(file)), 201)
        } finally {
          await file.close()
        }
      },
    )

async function importEvent(context: AppContext, reader: ArchiveReader) {
  const { code } = reader.event
  const counted = reader.released?.counted
  await checkArchive(reader, {
    limits: context.eventLimits,
    decode: (base64) => new Uint8Array(Buffer.from(base64, 'base64')),
    ballotsDigest: counted ? digestOf(counted.ballots) : null,
  })
  const organiserKey = newKey()
  const event = await context.db.sql
    .begin(async (tx) => {
      // The code keeps working from old posters unless another event here has it.
      const freeCode = (await isCodeInUse(tx, code)) ? newCode() : code
      const imported = (await importArchive(tx, reader, freeCode, context.instance)) ?? refuse('slug-taken')
      await insertKey(tx, hashKey(organiserKey), forOrganiser(imported.id))
      return imported
    })
    .catch(asContradiction)
  return { eventSlug: event.slug, organiserKey }
}

/** An archive takes much of the disk and of the processor while it is imported, so a second one waits for the first. */
const importSingly = () => {
  let importing = false
  return createMiddleware(async (_, next) => {
    if (importing) throw new TooManyRequests(5)
    importing = true
    try {
      await next()
    } finally {
      importing = false
    }
  })
}

/** The archive is consistent in itself, but its event or a part of it is stored here under another address. */
function asContradiction(failure: { code?: unknown }): never {
  if (failure.code === '23505') refuse('slug-taken', 'Part of this event is here already, so nothing was imported')
  if (/^(22|23)/.test(String(failure.code)))
    refuse('invalid', 'The database refused part of the archive, so nothing was imported')
  throw failure
}
