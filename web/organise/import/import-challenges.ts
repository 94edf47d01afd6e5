import { normaliseName, withoutAccents } from '../../../api/rules/event/normalise-name.ts'
import type { Challenge } from '../../../api/schema/judging/challenge.ts'
import { oneLine } from './cell-text.ts'

export type KnownChallenge = Pick<Challenge, 'id' | 'name' | 'entryIds'>

const plainName = (name: string) => normaliseName(withoutAccents(name))

/**
 * The challenges that a cell names, without regard to case or accents, and the names that are none. Semicolons, line breaks and commas
 * separate names, except commas that are part of a challenge's name.
 */
export function readChallenges(cells: string[], challenges: readonly KnownChallenge[]) {
  const chosenIds = new Set<string>()
  const unknown = new Set<string>()
  const find = (name: string) => challenges.find((challenge) => plainName(challenge.name) === plainName(name))
  for (const text of cells.flatMap((cell) => cell.split(/[;\n]/))) {
    const parts = text.split(',').map(oneLine)
    for (let at = 0; at < parts.length; ) {
      // The longest run of parts that is a name wins.
      let end = parts.length
      while (end > at && !find(parts.slice(at, end).join(', '))) end -= 1
      if (end > at) chosenIds.add(find(parts.slice(at, end).join(', '))!.id)
      else if (parts[at]) unknown.add(parts[at]!)
      at = Math.max(end, at + 1)
    }
  }
  return { challengeIds: challenges.map(({ id }) => id).filter((id) => chosenIds.has(id)), unknown: [...unknown] }
}

export const namesOfChallenges = (ids: readonly string[], challenges: readonly KnownChallenge[]) =>
  challenges.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
