/** Letters without their accents. Marks of other scripts, such as vowel signs, stay. */
export const withoutAccents = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')

/** One text for names that differ only in capitals, white space or the encoding of an accent. */
export const normaliseName = (...words: string[]) =>
  words.map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()).join('\n')

type Team = { team: string; title: string }
type Person = { name: string; organisation: string }

/** Two entries of one name and one title are the same entry: an import adds it once. */
export function findSameEntry<E extends Team>(entries: E[], { team, title }: Team): E | undefined {
  return entries.find((entry) => normaliseName(entry.team, entry.title) === normaliseName(team, title))
}

/** Two judges of one name and one organisation are the same judge: an import adds them once. */
export function findSameJudge<J extends Person>(judges: J[], { name, organisation }: Person): J | undefined {
  return judges.find((judge) => normaliseName(judge.name, judge.organisation) === normaliseName(name, organisation))
}
