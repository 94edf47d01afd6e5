import { newCode } from '../http/keys.ts'
import { toSlug } from '../rules/event/event.ts'
import { refuse } from '../rules/refusal.ts'

const maxNumbered = 20

/**
 * Inserts with the requested slug, or one made from the name with a number added until it is free, and a random code until that is free.
 * After 20 numbers the suffix is random, so that a common name still finds a free address.
 */
export async function insertWithFreeSlug<Fields extends { name: string }>(
  requestedSlug: string | undefined,
  fields: Fields,
  insert: (event: Fields & { slug: string; code: string }) => Promise<{ id: string } | undefined>,
): Promise<{ id: string; slug: string }> {
  const base = requestedSlug ?? (toSlug(fields.name).length >= 2 ? toSlug(fields.name) : 'event')
  for (let n = 1; n <= 50; n += 1) {
    const end = n <= maxNumbered ? n : newCode().toLowerCase()
    const slug = requestedSlug !== undefined || n === 1 ? base : `${base}-${end}`
    const inserted = await insert({ ...fields, slug, code: newCode() })
    if (inserted) return { id: inserted.id, slug }
    if (requestedSlug !== undefined && n >= 3) break
  }
  return refuse('slug-taken')
}
