import type { Award, RevealStep } from '../../schema/result.ts'

/** The awards in the steps that the room has seen. The step of the winners has all of them. */
export function listShownAwards(shown: readonly RevealStep[]): Award[] {
  const winners = shown.find((step) => step.kind === 'winners')
  return winners ? winners.awards : shown.flatMap((step) => (step.kind === 'award' ? step.award : []))
}

export const awardsOf = (awards: readonly Award[], entryId: string): Award[] =>
  awards.filter((award) => award.entryIds.includes(entryId))
