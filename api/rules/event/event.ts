import type { Event, EventBody, EventChanges, Interpreter } from '../../schema/event.ts'
import type { Criterion, CriterionBody } from '../../schema/judging/criterion.ts'
import { Invalid, refusals } from '../refusal.ts'
import { normaliseName, withoutAccents } from './normalise-name.ts'

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
  awardOrder: [] as string[],
  oneAwardPerTeam: false,
  publishes: 'winners',
  scoring: 'on-stage',
  galleryPublic: 'from-doors',
  captions: false as boolean,
  interpreter: 'none' as Interpreter,
  keepPeopleDays: 30 as number | null,
  entriesFrozen: false,
} as const satisfies Partial<EventBody & EventChanges>

/** "LocalGov Makers hack day" becomes "localgov-makers-hack-day". May be empty. */
export function toSlug(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
}

export function isNamed(event: { name: string; slug: string }, typed: string): boolean {
  return [event.name, event.slug].some((known) => normaliseName(known) === normaliseName(typed))
}

export function checkCriteria(criteria: Pick<Criterion, 'id'>[]): void {
  const seen = new Set<string>()
  for (const [at, { id }] of criteria.entries()) {
    if (seen.has(id)) throw new Invalid([{ pointer: `/criteria/${at}/id`, title: 'Two criteria have the same id' }])
    seen.add(id)
  }
}

export function checkCriterionAwards({ criterionAwards, criteria }: Pick<Event, 'criterionAwards' | 'criteria'>): void {
  for (const [at, id] of criterionAwards.entries()) {
    const pointer = `/criterionAwards/${at}`
    if (!criteria.some((criterion) => criterion.id === id))
      throw new Invalid([{ pointer, title: refusals['criterion-not-in-rubric'].title }])
    if (criterionAwards.indexOf(id) < at) throw new Invalid([{ pointer, title: 'This criterion is named twice' }])
  }
}

export function toCriteria(bodies: CriterionBody[]): Criterion[] {
  const usedIds = new Set(bodies.map(({ id }) => id))
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
