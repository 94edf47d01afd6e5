import type { Disqualification } from '../../schema/award-decisions.ts'
import type { Result, Warning } from '../../schema/result.ts'
import type { Review } from '../../schema/review.ts'
import { findDuplicatePairs } from '../event/find-duplicate.ts'
import type { BallotRanking } from '../ranking/standings.ts'
import type { WarningCode } from '../ranking/warnings.ts'
import type { Prize } from './awards.ts'

type ReviewWarning = Review['warnings'][number]
type Missing = Review['missing']

const ownWarnings = {
  'same-name': {
    title: 'Two judges of one name',
    offer: 'If they are one person, merge them at the desk: then one ballot a team counts. If not, nothing is wrong.',
  },
  'several-awards': {
    title: 'One team has several awards',
    offer: 'That may be what you want. A prize given by hand can go to another team, or be shared.',
  },
  'prize-withheld': {
    title: 'A prize names a team that is out of the awards',
    offer: 'The reveal leaves the team out of it. Give the prize to another team.',
  },
  'challenge-unscored': {
    title: 'Nobody has finished a ballot for this challenge',
    offer: 'The reveal leaves it out. If its prize is to be given all the same, add a prize by hand.',
  },
  'challenge-few-judges': {
    title: 'Fewer than three judges have scored this challenge',
    offer:
      'With so few marks, chance decides much of it. Ask whoever gives the prize to confirm the team before the reveal.',
  },
  'challenge-few-entries': {
    title: 'Fewer than three teams take part in this challenge',
    offer: 'Say when you announce it how many took part.',
  },
  'award-not-given': {
    title: 'Every team in line for this award has another award already',
    offer: 'The reveal leaves it out. Allow a team several awards, or give a prize by hand.',
  },
} as const

export type ReviewWarningCode = WarningCode | keyof typeof ownWarnings

/** For when no present judge can add a ballot; the usual offers ask for one. */
const offersWithoutBallots: Partial<Record<WarningCode, string>> = {
  'no-scores': 'There is nothing to reveal, and no judge who is here has a ballot left to finish.',
  'one-judge': 'The ranking is this judge’s own. Say so when you announce it.',
  disconnected: 'Scores cannot be compared across the groups. Rank each group by itself.',
  'weak-link': 'Their order depends on the few judges who saw both. Say so when you announce it.',
  unscored: 'It has no place, and no judge who is here can still score it.',
}

/** The offer asks for a ballot only if a missing one would help. */
export function addMissingBallots(warnings: Warning[], missing: Missing, components: BallotRanking['components']) {
  return warnings.map((warning): ReviewWarning => {
    const helpful = missing
      .map(({ entryId, judgeIds }) => ({
        entryId,
        judgeIds: judgeIds.filter((judgeId) => wouldHelp(warning, { entryId, judgeId }, components)),
      }))
      .filter(({ judgeIds }) => judgeIds.length > 0)
    const offerWithout = helpful.length === 0 ? offersWithoutBallots[warning.code as WarningCode] : undefined
    return { ...warning, offer: offerWithout ?? warning.offer, missing: helpful }
  })
}

function wouldHelp(
  { code, entryIds, judgeIds }: Warning,
  { entryId, judgeId }: { entryId: string; judgeId: string },
  components: BallotRanking['components'],
): boolean {
  switch (code as WarningCode) {
    case 'no-scores':
      return true
    case 'one-judge':
      return !judgeIds.includes(judgeId)
    case 'disconnected': {
      // Only a judge from another group connects the entry's group to it.
      const ownGroup = components.find((group) => group.judgeIds.includes(judgeId))
      return ownGroup !== undefined && !ownGroup.entryIds.includes(entryId)
    }
    case 'too-close':
    case 'weak-link':
    case 'unscored':
    case 'thin':
      return entryIds.includes(entryId)
    default:
      return false
  }
}

type Decided = {
  judges: { id: string; name: string }[]
  result: Pick<Result, 'awards' | 'challenges' | 'passedOver'>
  prizes: Prize[]
  disqualified: Disqualification[]
}

export function findOwnWarnings({ judges, result, prizes, disqualified }: Decided): ReviewWarning[] {
  const { awards, passedOver = [], challenges = [] } = result
  const warn = (code: keyof typeof ownWarnings, entryIds: string[], judgeIds: string[]): ReviewWarning => ({
    ...{ code, ...ownWarnings[code], entryIds, judgeIds, missing: [] },
  })
  const warnOfAward = (code: keyof typeof ownWarnings, about: string) => ({ ...warn(code, [], []), about })
  const awardedIds = [...new Set(awards.flatMap((award) => award.entryIds))]
  const disqualifiedIds = disqualified.map(({ entryId }) => entryId)
  const withheldIds = [...new Set(prizes.flatMap((prize) => prize.entryIds))].filter((id) =>
    disqualifiedIds.includes(id),
  )
  return [
    ...findDuplicatePairs(judges).map((pair) =>
      warn(
        'same-name',
        [],
        pair.map(({ id }) => id),
      ),
    ),
    ...awardedIds
      .filter((id) => awards.filter((award) => award.entryIds.includes(id)).length > 1)
      .map((id) => warn('several-awards', [id], [])),
    ...withheldIds.map((id) => warn('prize-withheld', [id], [])),
    ...challenges.flatMap(({ name, entries, judges: scored, ballots }) => {
      if (ballots === 0) return [warnOfAward('challenge-unscored', name)]
      return [
        ...(scored < 3 ? [warnOfAward('challenge-few-judges', name)] : []),
        ...(entries < 3 ? [warnOfAward('challenge-few-entries', name)] : []),
      ]
    }),
    ...passedOver
      .filter(({ awardId }) => !awards.some(({ id }) => id === awardId))
      .map(({ name }) => warnOfAward('award-not-given', name)),
  ]
}
