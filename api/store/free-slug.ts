import { newCode } from '../http/keys.ts'
import { slugOf } from '../rules/event/event.ts'
import { refuse } from '../rules/refusal.ts'

const mostNumbered = 20

/**
 * Under the slug that was asked for, or one made from the name, numbered until it is free; the code is drawn until it is. A name that many
 * events have ends in letters that are drawn, so that its next one is not the first that finds no address.
 */
export async function insertWithFreeSlug<Given extends { name: string }>(
  asked: string | undefined,
  given: Given,
  add: (event: Given & { slug: string; code: string }) => Promise<{ id: string } | undefined>,
): Promise<{ id: string; slug: string }> {
  const base = asked ?? (slugOf(given.name).length >= 2 ? slugOf(given.name) : 'event')
  for (let n = 1; n <= 50; n += 1) {
    const end = n <= mostNumbered ? n : newCode().toLowerCase()
    const slug = asked !== undefined || n === 1 ? base : `${base}-${end}`
    const added = await add({ ...given, slug, code: newCode() })
    if (added) return { id: added.id, slug }
    if (asked !== undefined && n >= 3) break
  }
  return refuse('slug-taken')
}
