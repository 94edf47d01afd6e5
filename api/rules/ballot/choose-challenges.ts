/** The challenges with this entry in those that it chose, and in no other. */
export function chooseChallenges<Chosen extends { id: string; entryIds: string[] }>(
  challenges: readonly Chosen[],
  entryId: string,
  chosenIds: readonly string[],
): Chosen[] {
  return challenges.map((challenge) => {
    const others = challenge.entryIds.filter((id) => id !== entryId)
    return { ...challenge, entryIds: chosenIds.includes(challenge.id) ? [...others, entryId] : others }
  })
}
