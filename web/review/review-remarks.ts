import type { WarningCode } from '../../api/rules/ranking/warnings.ts'
import { tieWords } from '../../api/rules/result/explain.ts'
import { ordinal } from '../../api/rules/words/ordinal.ts'
import { plural } from '../../api/rules/words/plural.ts'
import type { Criterion } from '../../api/schema/event.ts'
import type { Review } from '../../api/schema/review.ts'
import { listNames } from '../core/words/names.ts'
import type { CloseCall, Tie } from './review-groups.ts'

/** `key`: the same after a reload. `atDesk`: the remedy is at the desk. `close`: whom the chair may name joint; absent while the order is covered. */
export type Remark = { key: string; title: string; offer: string; atDesk: boolean; close?: CloseCall }
type Sentence = Omit<Remark, 'key'>

type Names = {
  team: (entryId: string) => string
  judge: (judgeId: string) => string
  places: number
  criteria: Pick<Criterion, 'id' | 'name'>[]
  /** False while the order is covered; no sentence may give it away then. */
  open: boolean
}

type RemarkContext = {
  entryIds: string[]
  judgeIds: string[]
  review: Review
  names: Names
  close: CloseCall | undefined
}

const listTeams = ({ entryIds, names }: RemarkContext) => listNames(entryIds.map(names.team))
const listJudges = ({ judgeIds, names }: RemarkContext) => listNames(judgeIds.map(names.judge))

const reopen = 'Open scoring again at the desk'

/** Warnings of one kind are merged into one sentence, except these, which are about a pair of entries. */
const separateCodes = new Set(['too-close', 'weak-link'])

const sentences: Record<WarningCode, (about: RemarkContext) => Sentence> = {
  'no-scores': () => ({
    title: 'No ballot is complete.',
    offer: `${reopen} and ask the judges to finish theirs. Until one is complete there is nothing to reveal.`,
    atDesk: true,
  }),
  'one-judge': (about) => ({
    title: `Only ${listJudges(about)} has scored.`,
    offer: `The order is this judge’s own. ${reopen} and ask a second judge, or say so when you announce it.`,
    atDesk: true,
  }),
  disconnected: () => ({
    title: 'The judges fall into groups that never scored the same team.',
    offer: `Scores cannot be compared across the groups. The order shows each group by itself. To join them, open scoring again at the desk and ask a judge of each group to score a team of the other.`,
    atDesk: true,
  }),
  'too-close': closeCall,
  'weak-link': (about) => ({
    title: about.names.open
      ? `${listTeams(about)} lead, and too few judges saw them all.`
      : 'Some of the leading teams share too few judges.',
    offer: `Their order depends on the few who saw them all. ${reopen} and ask a judge to score the one they missed.`,
    atDesk: true,
  }),
  unscored: (about) => ({
    title: plural(about.entryIds.length, {
      one: `${listTeams(about)} has no complete ballot.`,
      other: `${listTeams(about)} have no complete ballot.`,
    }),
    offer: `Without one there is no place. ${reopen} and ask a judge who saw the demo.`,
    atDesk: true,
  }),
  thin: (about) => ({
    title: `Fewer than three judges have scored ${listTeams(about)}.`,
    offer: plural(about.entryIds.length, {
      one: 'The place is provisional. Ask for a missing ballot, or let the chair confirm a place that is honoured.',
      other:
        'Their places are provisional. Ask for a missing ballot, or let the chair confirm a place that is honoured.',
    }),
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
    offer: 'The ballots count, but do not change the order. If scoring is opened again, a friendly word may help.',
    atDesk: false,
  }),
}

function closeCall({ entryIds, review, names, close }: RemarkContext): Sentence {
  const rank = review.standings.find((standing) => standing.entryId === entryIds[0])?.rank ?? names.places
  const first = rank === review.standings[0]?.rank
  const who = listNames((close?.entryIds ?? entryIds).map(names.team))
  if (close?.joint)
    return {
      title: names.open
        ? `The chair has named ${who} joint: they share ${ordinal(close.rank)} place.`
        : 'The chair has named joint what was too close to call.',
      offer: 'The record shows who decided and why. The decision can be given again until the reveal.',
      atDesk: false,
      ...(names.open && { close }),
    }
  const covered = first ? 'First and second place' : 'The last place that is honoured and the one after it'
  const tieBreak = review.standings.find(
    ({ entryId, tiedWith }) => entryId === entryIds[1] && tiedWith.includes(entryIds[0]!),
  )
  const order = tieBreak
    ? `Their scores are equal; ${tieWords(tieBreak, names.criteria)} decides their order`
    : 'Their scores differ, so the order stands'
  const help = review.missing.length > 0 ? ' A missing ballot may settle it.' : ''
  const where = names.open ? 'here' : '(“Show the winners” brings the form)'
  return {
    title: names.open
      ? `${who} are too close to call for ${first ? 'first place' : `${ordinal(rank)} place, the last that is honoured`}.`
      : `${covered} are too close to call.`,
    offer: `${order}, unless the chair names them joint ${where}.${help} Or say on stage how close it was, or give the next team a prize by hand.`,
    atDesk: false,
    ...(names.open && close && { close }),
  }
}

function sharedPlace({ key, entryIds, rank, decided }: Tie, names: Names): Remark {
  const pair = listNames(entryIds.map(names.team))
  const title = decided
    ? `The chair has decided ${names.open ? `the tie of ${pair}` : 'a tie'}.`
    : names.open
      ? `${pair} share ${ordinal(rank)} place.`
      : 'Teams share a place that is honoured.'
  const offer = decided
    ? 'The record shows who decided and why. The vote can be given again until the reveal.'
    : `They are revealed together, unless the chair gives a casting vote${names.open ? ' below' : '; the form stands with the order'}.`
  return { key: `tie ${key}`, title, offer, atDesk: false }
}

/** The remarks of a review, those about the whole result first. */
export function listRemarks(review: Review, names: Names, ties: Tie[], closes: CloseCall[]): Remark[] {
  const groups = new Map<string, RemarkContext & { code: string; title: string; offer: string }>()
  const apart = review.warnings.some(({ code }) => code === 'disconnected')
  const tied = (ids: string[]) => ids.length > 0 && ties.some((tie) => ids.every((id) => tie.entryIds.includes(id)))
  for (const { code, entryIds, judgeIds, title, offer } of review.warnings) {
    // A tie has its own remark below; across groups without a common judge, closeness means nothing.
    if (separateCodes.has(code) && (apart || (code === 'too-close' && tied(entryIds)))) continue
    const close =
      code === 'too-close' ? closes.find((one) => entryIds.every((id) => one.entryIds.includes(id))) : undefined
    // Two close calls about the same entries are merged.
    const key = separateCodes.has(code) ? `${code} ${close?.key ?? entryIds.join(' ')}` : code
    const before = separateCodes.has(code) ? undefined : groups.get(key)
    groups.set(key, {
      ...{ code, review, names, title, offer, close },
      entryIds: [...(before?.entryIds ?? []), ...entryIds],
      judgeIds: [...(before?.judgeIds ?? []), ...judgeIds],
    })
  }
  const remarks = [...groups].map(([key, about]) => {
    const write = sentences[about.code as WarningCode]
    return { key, ...(write ? write(about) : { title: `${about.title}.`, offer: about.offer, atDesk: false }) }
  })
  const honoured = ties.filter(({ rank }) => rank <= names.places)
  return [...remarks, ...honoured.map((tie) => sharedPlace(tie, names))]
}
