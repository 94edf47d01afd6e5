import { tieWords } from '../../api/rules/result/explain.ts'
import type { ReviewWarningCode } from '../../api/rules/result/review-warnings.ts'
import { awardName } from '../../api/rules/words/award-name.ts'
import { ordinal } from '../../api/rules/words/ordinal.ts'
import { plural } from '../../api/rules/words/plural.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import type { Review } from '../../api/schema/review.ts'
import { listNames } from '../core/words/names.ts'
import type { CloseCall, Tie } from './review-groups.ts'

/**
 * `key`: the same after a reload. `atDesk`: the remedy is at the desk. `close`: whom the chair may name joint; absent while the
 * order is covered.
 */
export type Remark = { key: string; title: string; offer: string; atDesk: boolean; close?: CloseCall }
type Sentence = Omit<Remark, 'key'>

export type Names = {
  team: (entryId: string) => string
  judge: (judgeId: string) => string
  places: number
  criteria: Pick<Criterion, 'id' | 'name'>[]
  /** False while the order is covered, when no sentence may give it away. */
  open: boolean
}

export type RemarkContext = {
  entryIds: string[]
  judgeIds: string[]
  review: Review
  names: Names
  close: CloseCall | undefined
  ballotMissing: boolean
  /** The award or challenge that it concerns. */
  about: string
}

const listTeams = ({ entryIds, names }: RemarkContext) => listNames(entryIds.map(names.team))
const listJudges = ({ judgeIds, names }: RemarkContext) => listNames(judgeIds.map(names.judge))

const reopen = 'Open scoring again at the desk'

export const sentences: Record<ReviewWarningCode, (about: RemarkContext) => Sentence> = {
  'no-scores': ({ ballotMissing }) => ({
    title: 'No ballot is complete.',
    offer: ballotMissing
      ? `${reopen} and ask the judges to finish theirs. Until one is complete there is nothing to reveal.`
      : 'There is nothing to reveal, and no judge who is here has a ballot left to finish.',
    atDesk: ballotMissing,
  }),
  'one-judge': (about) => ({
    title: `Only ${listJudges(about)} has scored.`,
    offer: about.ballotMissing
      ? `The order is this judge’s own. ${reopen} and ask a second judge, or say so when you announce it.`
      : 'The order is this judge’s own. Say so when you announce it.',
    atDesk: about.ballotMissing,
  }),
  disconnected: ({ ballotMissing }) => ({
    title: 'The judges fall into groups that never scored the same team.',
    offer: `Scores cannot be compared across the groups. The order shows each group by itself.${
      ballotMissing
        ? ' To join them, open scoring again at the desk and ask a judge to score a team of another group.'
        : ''
    }`,
    atDesk: ballotMissing,
  }),
  'too-close': closeCall,
  'weak-link': (about) => ({
    title: about.names.open
      ? `${listTeams(about)} lead, and too few judges saw them all.`
      : 'Some of the leading teams share too few judges.',
    offer: `Their order depends on the few who saw them all. ${
      about.ballotMissing
        ? `${reopen} and ask a judge to score the one they missed.`
        : 'Say so when you announce it: no judge who is here can add a ballot.'
    }`,
    atDesk: about.ballotMissing,
  }),
  unscored: (about) => ({
    title: plural(about.entryIds.length, {
      one: `${listTeams(about)} has no complete ballot.`,
      other: `${listTeams(about)} have no complete ballot.`,
    }),
    offer: about.ballotMissing
      ? `Without one there is no place. ${reopen} and ask a judge who saw the demo.`
      : 'Without one there is no place, and no judge who is here can still score it.',
    atDesk: about.ballotMissing,
  }),
  thin: (about) => ({
    title: `Fewer than three judges have scored ${listTeams(about)}.`,
    offer: `${plural(about.entryIds.length, {
      one: 'The place is provisional.',
      other: 'Their places are provisional.',
    })} ${
      about.ballotMissing
        ? 'Ask for a missing ballot, or let the chair confirm a place that is announced.'
        : 'Let the chair confirm a place that is announced.'
    }`,
    atDesk: false,
  }),
  'judge-out-of-line': (about) => ({
    title: `${listJudges(about)} saw some teams differently from the others.`,
    offer:
      'There may be a good reason, and one honest panel in eight has somebody like this. Look at the marks with the chair; every ballot still counts.',
    atDesk: false,
  }),
  'judge-constant': (about) => ({
    title: `${listJudges(about)} gave every team the same mark.`,
    offer: 'The ballots count, but do not change the order.',
    atDesk: false,
  }),
  'same-name': (about) => ({
    title: `Two judges of one name? ${listJudges(about)}.`,
    offer: 'If they are one person, merge them at the desk: then one ballot a team counts. If not, nothing is wrong.',
    atDesk: true,
  }),
  'several-awards': (about) => ({
    title: `${listTeams(about)} has several awards: ${listNames(awardsOf(about).map(awardName), 20)}.`,
    offer: awardsOf(about).some(({ kind }) => kind === 'prize')
      ? 'That may be what you want. If not, give the prize to another team, or let them share it.'
      : 'That may be what you want. A prize given by hand can honour another team.',
    atDesk: false,
  }),
  'prize-withheld': (about) => ({
    title: `${listTeams(about)} is out of the awards, and a prize names it.`,
    offer: 'The reveal leaves the team out of it. Give the prize to another team.',
    atDesk: false,
  }),
  'challenge-unscored': ({ about }) => ({
    title: `Nobody has finished a ballot for the challenge “${about}”.`,
    offer: `The reveal leaves it out. ${reopen} and ask its judges, or add a prize by hand.`,
    atDesk: true,
  }),
  'challenge-few-judges': ({ about }) => ({
    title: `Fewer than three judges have scored the challenge “${about}”.`,
    offer: `With so few marks, chance decides much of it. Ask whoever gives the prize to confirm the team before the reveal.`,
    atDesk: false,
  }),
  'challenge-few-entries': ({ about }) => ({
    title: `Fewer than three teams take part in the challenge “${about}”.`,
    offer: 'Say when you announce it how many took part.',
    atDesk: false,
  }),
  'award-not-given': ({ about, names }) => ({
    title: names.open
      ? `Every team in line for “${about}” has another award already.`
      : 'One award is given to nobody: the teams in line for it have others already.',
    offer: 'The reveal leaves it out. Allow a team several awards, or give a prize by hand.',
    atDesk: false,
  }),
}

export const awardsOf = ({ entryIds, review, names }: Pick<RemarkContext, 'entryIds' | 'review' | 'names'>) =>
  review.awards.filter((award) => award.entryIds.includes(entryIds[0]!) && (names.open || award.kind === 'prize'))

function closeCall({ entryIds, review, names, close, ballotMissing }: RemarkContext): Sentence {
  const rank = review.standings.find((standing) => standing.entryId === entryIds[0])?.rank ?? names.places
  const first = rank === review.standings[0]?.rank
  const teams = listNames((close?.entryIds ?? entryIds).map(names.team))
  if (close?.joint)
    return {
      title: names.open
        ? `The chair has named ${teams} joint: they share ${ordinal(close.rank)} place.`
        : 'The chair has named joint what was too close to call.',
      offer: 'The record shows who decided and why. The decision can be given again until the reveal.',
      atDesk: false,
      ...(names.open && { close }),
    }
  const covered = first ? 'First and second place' : 'The last place that is announced and the one after it'
  const tieBreak = review.standings.find(
    ({ entryId, tiedWith }) => entryId === entryIds[1] && tiedWith.includes(entryIds[0]!),
  )
  const order = tieBreak
    ? `Their scores are equal; ${tieWords(tieBreak, names.criteria)} decides their order`
    : 'Their scores differ, so the order stands'
  const help = ballotMissing ? ' A missing ballot may settle it.' : ''
  const where = names.open ? 'here' : '(“Show the winners” brings the form)'
  return {
    title: names.open
      ? `${teams} are too close to call for ${first ? 'first place' : `${ordinal(rank)} place, the last that is announced`}.`
      : `${covered} are too close to call.`,
    offer: `${order}, unless the chair names them joint ${where}.${help} Or say on stage how close it was, or give the next team a prize by hand.`,
    atDesk: false,
    ...(names.open && close && { close }),
  }
}

export function sharedPlace({ key, entryIds, rank, decided }: Tie, names: Names): Remark {
  const pair = listNames(entryIds.map(names.team))
  const title = decided
    ? `The chair has decided ${names.open ? `the tie of ${pair}` : 'a tie'}.`
    : names.open
      ? `${pair} share ${ordinal(rank)} place.`
      : 'Teams share a place that is announced.'
  const offer = decided
    ? 'The record shows who decided and why. The vote can be given again until the reveal.'
    : `They are revealed together, unless the chair gives a casting vote${names.open ? ' below' : '; the form is beside the order'}.`
  return { key: `tie ${key}`, title, offer, atDesk: false }
}
