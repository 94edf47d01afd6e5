import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { readersOfEntryFiles } from '../../http/entry-readers.ts'
import { newId } from '../../http/keys.ts'
import { body, describe, describeChange } from '../../http/openapi.ts'
import { readByteRange } from '../../rules/film/byte-range.ts'
import {
  countFilmParts,
  filmPartBytes,
  filmPartLength,
  filmType,
  maxFilmBytes,
  maxFilmsBytes,
} from '../../rules/film/film.ts'
import { refuse } from '../../rules/refusal.ts'
import { type FilmBody, type FilmUpload, filmBody, filmUpload } from '../../schema/uploads/film.ts'
import { changeEvent } from '../../store/change-event.ts'
import { getEntry } from '../../store/entries.ts'
import {
  beginUpload,
  completeFilm,
  deleteFilms,
  findFilm,
  findUpload,
  saveFilmType,
  savePart,
  sumFilmBytes,
  type Upload,
} from '../../store/films/films.ts'
import { readFilm } from '../../store/films/read-film.ts'

const ofEntry = '/events/:slug/entries/:id/film'
const partPath = `${ofEntry}/:filmId/:part`

export const filmRoutes = (context: AppContext) =>
  new Hono()
    .get(
      ofEntry,
      describe(
        'An entry’s film, whole or by a Range. Public once the entry is on deck or has been on stage',
        z.string(),
        ['no-such-film', 'not-yet-shown', 'no-such-event'],
      ),
      (c) => sendFilm(c, context, c.req.param('slug'), c.req.param('id')),
    )
    .post(
      ofEntry,
      describeChange(
        'set-film',
        'Begins the upload of an MP4 or WebM film of at most 100 MB, or goes on with an unfinished one of the same file',
        filmUpload,
        ['no-such-entry', 'event-full', 'body-too-large', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(filmBody),
      async (c) => c.json(await startUpload(context, c.req.param('slug'), c.req.param('id'), c.req.valid('json'))),
    )
    .put(
      partPath,
      describeChange(
        'set-film',
        'Stores one part, counted from 0, of a film. Parts come in order; a repeated one changes nothing. The last one makes this the entry’s film',
        filmUpload,
        ['no-such-film', 'not-a-film', 'film-part-missing', 'body-too-large'],
      ),
      requireRole(context, 'organiser'),
      async (c) => {
        const { slug, id, filmId, part } = c.req.param()
        const bytes = new Uint8Array(await c.req.arrayBuffer())
        return c.json(await addPart(context, slug, { entryId: id, filmId, part: Number(part) }, bytes))
      },
    )
    .delete(
      ofEntry,
      describeChange('set-film', 'Deletes an entry’s film and an unfinished upload', z.object({}), ['no-such-entry']),
      requireRole(context, 'organiser'),
      async (c) => c.json(await removeFilm(context, c.req.param('slug'), c.req.param('id'))),
    )

const toUpload = ({ id, bytes, received }: Upload): FilmUpload => ({
  ...{ filmId: id, partBytes: filmPartBytes, parts: countFilmParts(bytes), received },
})

function startUpload(context: AppContext, slug: string, id: string, film: FilmBody): Promise<FilmUpload> {
  if (film.bytes > maxFilmBytes) refuse('body-too-large', 'A film takes at most 100 MB')
  return changeEvent(context, slug, 'set-film', async ({ tx, event }) => {
    const entry = await getEntry(tx, event.id, id)
    const owner = { eventId: event.id, entryId: entry.id }
    if ((await sumFilmBytes(tx, owner)) + film.bytes > maxFilmsBytes)
      refuse(
        'event-full',
        'The films of this event take as much room as they may. Delete one, or make this one smaller',
      )
    return toUpload(await beginUpload(tx, owner, newId(), film))
  })
}

type Part = { entryId: string; filmId: string; part: number }

async function addPart(
  context: AppContext,
  slug: string,
  { entryId, filmId, part }: Part,
  bytes: Uint8Array,
): Promise<FilmUpload> {
  const { upload, isLast } = await storePart(context, slug, { entryId, filmId, part }, bytes)
  if (!isLast) return toUpload(upload)
  // Only now do the screens learn of it.
  return changeEvent(context, slug, 'set-film', async ({ tx, event }) => {
    // Between the two transactions another upload may have taken this one's place; the film before stays then.
    if (!(await findUpload(tx, { eventId: event.id, entryId }, filmId))) refuse('no-such-film')
    await completeFilm(tx, entryId, filmId)
    return toUpload(upload)
  })
}

function storePart(context: AppContext, slug: string, { entryId, filmId, part }: Part, bytes: Uint8Array) {
  return changeEvent(context, slug, 'upload-film', async ({ tx, event }) => {
    const owner = { eventId: event.id, entryId }
    const upload = (await findUpload(tx, owner, filmId)) ?? refuse('no-such-film')
    const parts = countFilmParts(upload.bytes)
    if (!Number.isInteger(part) || part < 0 || part >= parts) refuse('film-part-missing')
    if (part < upload.received) return { upload, isLast: upload.received === parts && !upload.complete }
    if (part > upload.received || bytes.length !== filmPartLength(upload.bytes, part)) refuse('film-part-missing')
    if (part === 0) await saveFilmType(tx, filmId, filmType(bytes) ?? refuse('not-a-film'))
    await savePart(tx, { eventId: event.id, filmId, part }, bytes)
    return { upload: { ...upload, received: part + 1 }, isLast: part + 1 === parts }
  })
}

function removeFilm(context: AppContext, slug: string, id: string) {
  return changeEvent(context, slug, 'set-film', async ({ tx, event }) => {
    const entry = await getEntry(tx, event.id, id)
    await deleteFilms(tx, entry.id)
    return {}
  })
}

async function sendFilm(c: Context, context: AppContext, slug: string, entryId: string) {
  if (!(await readersOfEntryFiles(c, context, slug, entryId))) refuse('not-yet-shown')
  const eventId = await context.eventCache.eventId(slug)
  const film = (await findFilm(context.db.sql, { eventId, entryId })) ?? refuse('no-such-film')
  const headers = {
    'content-type': film.mediaType ?? 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: `"${film.id}"`,
  }
  // A browser that holds the beginning of a film that has been replaced gets the new one whole (RFC 9110, 13.1.5).
  const isOfAnother = ![undefined, headers.etag].includes(c.req.header('if-range'))
  const range = isOfAnother ? 'whole' : readByteRange(c.req.header('range'), film.bytes)
  if (range === 'unsatisfiable') return c.body(null, 416, { ...headers, 'content-range': `bytes */${film.bytes}` })
  const { first, last } = range === 'whole' ? { first: 0, last: film.bytes - 1 } : range
  const length = { 'content-length': String(last - first + 1) }
  const stream = readFilm(context.db.sql, film.id, first, last)
  if (range === 'whole') return c.body(stream, 200, { ...headers, ...length })
  return c.body(stream, 206, { ...headers, ...length, 'content-range': `bytes ${first}-${last}/${film.bytes}` })
}
