import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { readInTurn } from '../../database/large-reads.ts'
import { requireRole } from '../../http/authenticate.ts'
import { readersOfEntryFiles } from '../../http/entry-readers.ts'
import { newId } from '../../http/keys.ts'
import { describe, describeChange, query } from '../../http/openapi.ts'
import { type CheckedPicture, checkPicture, slideLimits } from '../../rules/pictures/picture.ts'
import { refuse } from '../../rules/refusal.ts'
import { type Slides, type SlidesUpload, slides, slidesUpload } from '../../schema/entry.ts'
import { maxSlideBytes, maxSlidePages } from '../../schema/limits.ts'
import { changeEvent } from '../../store/change-event.ts'
import {
  countSlidePages,
  deleteOtherUploads,
  findSlidePage,
  listSlides,
  type Page,
  renameDeck,
  saveSlidePage,
  setSlides,
  sumOtherSlideBytes,
} from '../../store/entries/slides.ts'
import { getEntry } from '../../store/entries.ts'
import { touchLineUp } from '../../store/events.ts'
import type { Caller } from '../../store/keys.ts'
import type { Query } from '../../store/sql.ts'

const ofEntry = '/events/:slug/entries/:id/slides'
const changed = z.object({ slides })
const noSlides: Slides = { pages: 0, version: '' }

export const slideRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/slides',
      describe(
        'How many pages of slides each entry has',
        z.object({ slides: z.array(slides.extend({ entryId: z.string() })) }),
        ['key-needed'],
      ),
      requireRole(context, 'organiser'),
      async (c) => c.json({ slides: await listSlides(context.db.sql, c.var.caller.eventId!) }),
    )
    .get(
      `${ofEntry}/:page`,
      describe(
        'A page of slides. For the organiser and the own team always, for everyone once the team is on deck or has been on stage',
        z.string(),
        ['no-such-slide', 'no-such-event'],
      ),
      (c) => sendPage(c, context, c.req.param('slug'), c.req.param('id'), pageNumber(c.req.param('page'))),
    )
    .put(
      `${ofEntry}/:page`,
      describeChange(
        'set-own-slides',
        'Sets a page of slides: the bytes of a PNG, JPEG or WebP of at most 300 KiB. Without a query it replaces a page of the deck that is there, or adds one at its end. With `deck`, a name that the client makes for a new deck, and `of`, its number of pages, the pages are put aside: the new deck replaces the one that is there once the last of them has come, in any order. Until then, and for good where the upload ends early, the deck before stays',
        changed,
        [
          ...(['no-such-entry', 'wrong-door', 'not-a-picture', 'picture-too-large', 'body-too-large'] as const),
          ...(['event-full', 'no-such-slide', 'too-many-slides', 'invalid'] as const),
        ],
      ),
      requireRole(context, 'organiser', 'team'),
      query(slidesUpload),
      async (c) => {
        const page = pageNumber(c.req.param('page')) ?? refuse('too-many-slides')
        const picture = checkPicture(new Uint8Array(await c.req.arrayBuffer()), slideLimits)
        const { slug, id } = c.req.param()
        return c.json({
          slides: await changeSlides(context, slug, id, c.var.caller, (target) =>
            savePage(target, page, picture, c.req.valid('query')),
          ),
        })
      },
    )
    .delete(
      ofEntry,
      describeChange('set-own-slides', "Deletes an entry's slides", changed, ['no-such-entry', 'wrong-door']),
      requireRole(context, 'organiser', 'team'),
      async (c) => {
        const { slug, id } = c.req.param()
        return c.json({
          slides: await changeSlides(context, slug, id, c.var.caller, async ({ tx, eventId, entryId }) => {
            await setSlides(tx, eventId, entryId, null)
            return noSlides
          }),
        })
      },
    )

function pageNumber(text: string): number | undefined {
  const page = /^[1-9]\d?$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
  return page <= maxSlidePages ? page : undefined
}

async function sendPage(c: Context, context: AppContext, slug: string, entryId: string, page: number | undefined) {
  const readers = await readersOfEntryFiles(c, context, slug, entryId)
  if (page === undefined || readers === undefined) refuse('no-such-slide')
  const isPublic = readers === 'everyone'
  const eventId = await context.eventCache.eventId(slug)
  const { slides } = await getEntry(context.db.sql, eventId, entryId)
  if (!slides) refuse('no-such-slide')
  const deck = slides.version
  const stored = await readInTurn(() => findSlidePage(context.db.sql, { eventId, entryId, deck, page }))
  if (!stored) refuse('no-such-slide')
  // Only the address with the deck's version is cached for good: any other answers with the newest deck.
  const forEver = isPublic && c.req.query('v') === deck
  return c.body(new Uint8Array(stored.bytes).buffer, 200, {
    'content-type': stored.mediaType,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : isPublic ? 'no-cache' : 'private, no-cache',
  })
}

type Target = { tx: Query; eventId: string; entryId: string; current: Slides | null }

/** A team changes its own, for as long as it may change its own words. Screens are updated when the current deck has changed. */
function changeSlides(
  context: AppContext,
  slug: string,
  id: string,
  caller: Caller,
  work: (target: Target) => Promise<Slides>,
): Promise<Slides> {
  const byTeam = caller.role === 'team'
  if (byTeam && caller.entryId !== id) refuse('wrong-door')
  return changeEvent(context, slug, byTeam ? 'set-own-slides' : 'set-entry-slides', async ({ tx, event }) => {
    const { id: entryId, slides: current } = await getEntry(tx, event.id, id)
    const after = await work({ tx, eventId: event.id, entryId, current })
    if (after.version !== (current ?? noSlides).version) await touchLineUp(tx, event.id, 'team')
    return after
  })
}

async function savePage(target: Target, page: number, picture: CheckedPicture, upload: SlidesUpload): Promise<Slides> {
  return upload.deck === undefined
    ? replacePage(target, page, picture)
    : addToUpload(target, page, picture, upload.deck, upload.of!)
}

async function replacePage(target: Target, page: number, picture: CheckedPicture): Promise<Slides> {
  const { tx, current } = target
  const pages = current?.pages ?? 0
  if (page > pages + 1) refuse('no-such-slide', `Send page ${pages + 1} first`)
  const version = newId()
  const at = { ...target, deck: version, page }
  if (current) await renameDeck(tx, { ...at, deck: current.version }, version)
  await saveWithinLimit(tx, at, picture, null)
  const slides = { pages: Math.max(page, pages), version }
  await setSlides(tx, target.eventId, target.entryId, slides)
  return slides
}

async function addToUpload(
  target: Target,
  page: number,
  picture: CheckedPicture,
  deck: string,
  of: number,
): Promise<Slides> {
  const { tx, current } = target
  if (page > of) refuse('no-such-slide', `The deck that is being sent has ${of} pages`)
  // The answer to its last page was lost, and the page has come again.
  if (current?.version === deck) return current
  const at = { ...target, deck, page }
  await deleteOtherUploads(tx, at, current?.version ?? null)
  await saveWithinLimit(tx, at, picture, current?.version ?? null)
  if ((await countSlidePages(tx, at)) < of) return current ?? noSlides
  const slides = { pages: of, version: deck }
  await setSlides(tx, target.eventId, target.entryId, slides)
  return slides
}

async function saveWithinLimit(
  tx: Query,
  at: Page,
  picture: CheckedPicture,
  replacedDeck: string | null,
): Promise<void> {
  const others = await sumOtherSlideBytes(tx, at, replacedDeck)
  if (others + picture.bytes.length > maxSlideBytes)
    refuse('event-full', 'The slides of this event take as much room as they may. Make yours smaller, or fewer')
  await saveSlidePage(tx, at, picture)
}
