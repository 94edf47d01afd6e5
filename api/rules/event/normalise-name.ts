/** Removes Latin accents. Marks of other scripts, such as vowel signs, stay. */
export const withoutAccents = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')

/** Equal for names that differ only in capitals, white space or the encoding of accents. */
export const normaliseName = (...words: string[]) =>
  words.map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()).join('\n')

type Team = { team: string; title: string }
type Person = { name: string; organisation: string }

export function findSameEntry<E extends Team>(entries: E[], { team, title }: Team): E | undefined {
  return entries.find((entry) => normaliseName(entry.team, entry.title) === normaliseName(team, title))
}

export function findSameJudge<J extends Person>(judges: J[], { name, organisation }: Person): J | undefined {
  return judges.find((judge) => normaliseName(judge.name, judge.organisation) === normaliseName(name, organisation))
}
