import { placesKey, sortAwards } from '../../../api/rules/result/award-order.ts'
import { awardName } from '../../../api/rules/words/award-name.ts'
import type { Event } from '../../../api/schema/event.ts'
import type { Award } from '../../../api/schema/result.ts'
import type { Prize } from '../organising.ts'

type Settings = Pick<Event, 'places' | 'criteria' | 'criterionAwards' | 'challenges' | 'awardOrder'>
type Item = Pick<Award, 'id' | 'kind' | 'name'>

const placesWords = (places: number) => (places === 1 ? 'The winner' : `The places, from ${places} to 1`)

/** All awards that the reveal may show, in its order; the places are one item. */
export function awardOrderItems(event: Settings, prizes: readonly Prize[]) {
  const items: Item[] = [
    ...prizes.flatMap(({ id, name }) => (id === undefined ? [] : { id, kind: 'prize' as const, name })),
    ...event.challenges.map(({ id, name }) => ({ id: `challenge-${id}`, kind: 'challenge' as const, name })),
    ...event.criteria
      .filter(({ id }) => event.criterionAwards.includes(id))
      .map(({ id, name }) => ({ id: `criterion-${id}`, kind: 'criterion' as const, name })),
    { id: placesKey, kind: 'place', name: placesWords(event.places) },
  ]
  return sortAwards(items, event.awardOrder).map((item, n) => ({
    id: item.id,
    name: awardName(item),
    place: `${n + 1}.`,
  }))
}
