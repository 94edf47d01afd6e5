import type { Event } from '../../schema/event.ts'
import type { Award } from '../../schema/result.ts'
import { ordinal } from '../words/ordinal.ts'
import { sortAwards } from './award-order.ts'

/** An award that the host announces. `entryIds`: empty until the room has seen it. `detail`: a criterion's question, or who gives the award. */
export type ScriptLine = Pick<Award, 'id' | 'kind' | 'name' | 'rank' | 'entryIds'> & { detail: string }

type ScriptEvent = Pick<Event, 'places' | 'criteria' | 'criterionAwards' | 'challenges' | 'awardOrder'>

/**
 * The awards in the order of the reveal, from the event's settings alone: a shared place, and an award that goes to nobody, are seen only as
 * they are shown. `prizes`: none where only the organiser may read them; a prize then appears as it is shown. `shown`: the awards that the
 * room has seen; the only ones with teams.
 */
export function listScript(
  event: ScriptEvent,
  prizes: readonly { id?: string; name: string }[],
  shown: readonly Award[],
) {
  const expected = expectedLines(event, prizes)
  const shownIds = new Set(shown.map(({ id }) => id))
  const lowestShown = Math.min(...shown.flatMap(({ rank }) => rank ?? []))
  const lastShownAt = expected.findLastIndex(({ id }) => shownIds.has(id))
  const coming = expected.filter(
    ({ id, rank }, at) => !shownIds.has(id) && (rank === null ? at > lastShownAt : rank < lowestShown),
  )
  return { shown: shown.map(toLine), coming }
}

function toLine({ id, kind, name, rank, entryIds, givenBy }: Award): ScriptLine {
  return { id, kind, name, rank, entryIds, detail: givenBy }
}

function expectedLines(event: ScriptEvent, prizes: readonly { id?: string; name: string }[]): ScriptLine[] {
  const blank = { rank: null, entryIds: [], detail: '' }
  const places = Array.from({ length: event.places }, (_, n) => event.places - n)
  const lines: ScriptLine[] = [
    ...prizes.map(({ id, name }) => ({ ...blank, id: id ?? name, kind: 'prize' as const, name })),
    ...event.challenges.map(({ id, name, givenBy }) => ({
      ...{ ...blank, id: `challenge-${id}`, kind: 'challenge' as const, name },
      detail: givenBy,
    })),
    ...event.criteria
      .filter(({ id }) => event.criterionAwards.includes(id))
      .map(({ id, name, description }) => ({
        ...{ ...blank, id: `criterion-${id}`, kind: 'criterion' as const, name },
        detail: description,
      })),
    ...places.map((rank) => ({
      ...{ ...blank, id: `place-${rank}`, kind: 'place' as const, rank },
      name: rank === 1 ? 'Winner' : `${ordinal(rank)} place`,
    })),
  ]
  return sortAwards(lines, event.awardOrder)
}
