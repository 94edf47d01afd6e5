import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { Refusal } from '../rules/refusal.ts'
import { calledOrOnDeckIds } from '../rules/show/slides.ts'
import { authenticate } from './authenticate.ts'

/**
 * Who may read an entry's slides and film with this request: everyone once the team is on deck or has been called, the organiser and the
 * own team always. Undefined when the caller may not.
 */
export async function readersOfEntryFiles(
  c: Context,
  context: AppContext,
  slug: string,
  entryId: string,
): Promise<'everyone' | 'own' | undefined> {
  if (await isForEveryone(context, slug, entryId)) return 'everyone'
  return (await isOwn(c, context, slug, entryId)) ? 'own' : undefined
}

/** The cached event may be behind, so that it is read again before it refuses. */
async function isForEveryone(context: AppContext, slug: string, entryId: string): Promise<boolean> {
  const cached = await context.eventCache.event(slug)
  if (calledOrOnDeckIds(cached.show, cached.entries).has(entryId)) return true
  context.eventCache.forget(cached)
  const { show, entries } = await context.eventCache.event(slug)
  return calledOrOnDeckIds(show, entries).has(entryId)
}

async function isOwn(c: Context, context: AppContext, slug: string, entryId: string): Promise<boolean> {
  try {
    const caller = await authenticate(c, context, ['organiser', 'team'], slug)
    return caller.role !== 'team' || caller.entryId === entryId
  } catch (failure) {
    if (failure instanceof Refusal) return false
    throw failure
  }
}
