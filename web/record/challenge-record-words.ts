import { listWords } from '../../api/rules/words/list.ts'
import { countOf, plural } from '../../api/rules/words/plural.ts'
import type { Challenge } from '../../api/schema/judging/challenge.ts'
import type { ChallengeResult } from '../../api/schema/result.ts'
import { isolateName, listNames } from '../core/words/names.ts'

export function judgedWords(
  { judges, ballots, entries }: Pick<ChallengeResult, 'judges' | 'ballots' | 'entries'>,
  criteria: Challenge['criteria'],
): string {
  const teams = countOf(entries, 'team')
  if (ballots === 0) return `No judge completed a ballot; ${teams} took part.`
  const questions =
    criteria.length > 0
      ? `by the ${plural(criteria.length, { one: 'question', other: 'questions' })} ${listWords(criteria.map(({ name }) => `“${isolateName(name)}”`))}`
      : 'by the questions of the rubric'
  return `${countOf(judges, 'judge')} gave ${countOf(ballots, 'complete ballot')} to ${teams}, ${questions}.`
}

export function passedOverWords(award: string, teams: readonly string[]): string {
  return plural(teams.length, {
    one: `“${isolateName(award)}”: ${listNames(teams)} was passed over, having another award.`,
    other: `“${isolateName(award)}”: ${listNames(teams)} were passed over, having another award.`,
  })
}
