import { type Context, Hono } from 'hono'
import type { AppContext } from '../../context.ts'
import { judgesHere, teamEntryHere } from '../../http/page-cookie.ts'
import { parseCode } from '../../rules/event/codes.ts'
import { findByCode } from '../../store/entries/codes.ts'

/**
 * The short addresses in QR codes: /JZQ7V for an event, /JZQ7V4K for an entry. They have no limit, which one guest of a hall could use up
 * for all others behind its address. A wrong code leads to the page that asks for one, where tries are limited.
 */
export const shortAddressRoutes = (context: AppContext) =>
  new Hono().get('/:code{[A-Za-z0-9][A-Za-z0-9 -]{3,18}}', async (c, next) => {
    const code = parseCode(c.req.param('code'))
    if (!code) return next()
    c.header('cache-control', 'no-store')
    const found = await findByCode(context.db.sql, code).catch(() => undefined)
    if (!found || (code.entry && found.entryId === null)) return c.redirect(`/#${code.event}${code.entry ?? ''}`)
    return c.redirect(found.entryId === null ? `/e/${found.eventSlug}` : entryPage(c, found.eventSlug, found.entryId))
  })

/** A team's own entry opens for the team even on a phone that judges as well. */
function entryPage(c: Context, slug: string, entryId: string): string {
  if (teamEntryHere(c, slug) === entryId) return `/e/${slug}/team`
  return judgesHere(c, slug) ? `/e/${slug}/judge#entry=${entryId}` : `/e/${slug}/entry/${entryId}`
}
