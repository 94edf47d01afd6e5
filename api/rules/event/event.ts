import type { Criterion, CriterionBody, EventBody, EventChanges } from '../../schema/event.ts'
import { normaliseName, withoutAccents } from './normalise-name.ts'

/** Defaults of an event: four minutes, two for questions, three places. */
export const eventDefaults = {
  venue: '',
  startsAt: null,
  timeZone: null,
  talkSeconds: 240,
  questionsSeconds: 120,
  admission: 'open',
  method: 'levelled',
  places: 3,
  criterionAwards: [] as string[],
  publishes: 'winners',
  entriesFrozen: false,
} as const satisfies Partial<EventBody & EventChanges>

/** An address made from a name: "LocalGov Makers hack day" becomes "localgov-makers-hack-day". May come out empty. */
export function toSlug(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
}

/** Whether somebody typed which event they mean: its name or its address, capitals and spaces aside. */
export function isNamed(event: { name: string; slug: string }, typed: string): boolean {
  return [event.name, event.slug].some((known) => normaliseName(known) === normaliseName(typed))
}

/** Fills in what was left out: whole points from 1, weight 1, and an id that no other criterion has. */
export function toCriteria(bodies: CriterionBody[]): Criterion[] {
  const usedIds = new Set(bodies.map((c) => c.id))
  return bodies.map((c, n) => {
    let id = c.id ?? (toSlug(c.name).slice(0, 30) || `c${n + 1}`)
    while (c.id === undefined && usedIds.has(id)) id = `${id}-${n + 1}`
    usedIds.add(id)
    return {
      id,
      name: c.name,
      description: c.description ?? '',
      min: c.min ?? 1,
      max: c.max,
      weight: c.weight ?? 1,
      levels: c.levels ?? {},
    }
  })
}
