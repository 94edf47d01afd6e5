import type { Award } from '../../schema/result.ts'

/** In `awardOrder`: stands for all places together. */
export const placesKey = 'places'

/**
 * Sorts awards as the reveal shows them: as they come, or by the organiser's order. An award that the order does not name comes just before
 * the places.
 */
export function sortAwards<A extends Pick<Award, 'id' | 'kind'>>(awards: A[], awardOrder: readonly string[]): A[] {
  const order = awardOrder.includes(placesKey) ? awardOrder : [...awardOrder, placesKey]
  const position = ({ id, kind }: A) => {
    const at = order.indexOf(kind === 'place' ? placesKey : id)
    return at === -1 ? order.indexOf(placesKey) - 0.5 : at
  }
  return awards.toSorted((a, b) => position(a) - position(b))
}
