import { countOf, plural } from '../../../api/rules/words/plural.ts'
import type { ChallengeValues } from './challenges-form.ts'

export const challengeCostWords = {
  save: 'Save the challenges',
  question: 'Judges have scored already. Change the challenges anyway?',
  leave: 'Leave the challenges as they are',
}

export const chosenWords = {
  judges: (chosen: number, all: number) => (chosen === 0 ? 'No judge yet' : `${chosen} of ${countOf(all, 'judge')}`),
  teams: (chosen: number, all: number) => (chosen === 0 ? 'No team yet' : `${chosen} of ${countOf(all, 'team')}`),
  challengeOnly: (chosen: number) =>
    chosen === 0 ? 'Nobody: every judge also scores for the places' : countOf(chosen, 'judge'),
}

export function challengeSummary({ judgeIds, entryIds, criteria }: ChallengeValues): string {
  const judges = judgeIds.length > 0 ? countOf(judgeIds.length, 'judge') : 'no judge yet'
  const teams = entryIds.length > 0 ? countOf(entryIds.length, 'team') : 'no team yet'
  const questions = plural(criteria.length, {
    one: 'one question of its own',
    other: `${criteria.length} questions of its own`,
  })
  return [judges, teams, criteria.length > 0 ? questions : 'scored by the rubric'].join(' · ')
}
