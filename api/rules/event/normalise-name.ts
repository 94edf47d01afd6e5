/** How names are told apart: not by capitals, spaces or the way an accent is written. */
export const folded = (...words: string[]) =>
  words.map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()).join('\n')

type Team = { team: string; title: string }
type Person = { name: string; organisation: string }

/** Two entries of one name and one title are the same entry: what is brought in twice is added once. */
export function findSameEntry<E extends Team>(known: E[], { team, title }: Team): E | undefined {
  return known.find((one) => folded(one.team, one.title) === folded(team, title))
}

/** Two judges of one name and one organisation are the same judge. */
export function findSameJudge<J extends Person>(known: J[], { name, organisation }: Person): J | undefined {
  return known.find((one) => folded(one.name, one.organisation) === folded(name, organisation))
}
