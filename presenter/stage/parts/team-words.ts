import { countOf } from '../../../api/rules/words/plural.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import { chairWordsOf } from '../../../web/core/words/award-words.ts'
import { listNames } from '../../../web/core/words/names.ts'

/** As many names as have room, at least one: "Ada Bell, Imran Shah and 4 more". */
export function peopleWords(members: readonly string[], maxLetters = 76): string {
  for (let most = members.length; most > 1; most -= 1) {
    const words = listNames(members, most)
    if ([...words].length <= maxLetters) return words
  }
  return listNames(members, 1)
}

export function scoreWords(award: Award): string {
  const judges = award.ballots === null ? '' : countOf(award.ballots, 'judge')
  const score = award.shownScore && `${award.shownScore}${award.scaleMax === null ? '' : ` out of ${award.scaleMax}`}`
  return [score, score && judges, chairWordsOf(award)].filter(Boolean).join(' · ')
}

export const organisationWords = ({ organisations }: Pick<Entry, 'organisations'>) => listNames(organisations, 2)
