import { listWords } from '../../api/rules/words/list.ts'
import { countOf, plural } from '../../api/rules/words/plural.ts'
import type { CueName } from '../../api/schema/cue.ts'
import type { HistoryLine } from '../../api/schema/history.ts'
import type { Cost } from '../../api/schema/judging/cost.ts'
import { chairWords } from '../core/words/award-words.ts'
import { capitalise } from '../core/words/capitalise.ts'
import { lengthWords } from '../core/words/duration-words.ts'
import { isolateName, listNames } from '../core/words/names.ts'
import { settings } from './setting-words.ts'

export type HistoryNames = {
  team: (entryId: string) => string
  judge: (judgeId: string) => string
  calledAt: (moment: string) => string | undefined
  /** False until the result is published; no sentence may give the order away before. */
  open: boolean
}

/** What the history records besides cues. `judge-back` is stored as `back`, like the cue of that name. */
export type Decision =
  | ('admit' | 'remove' | 'away' | 'judge-back' | 'casting-vote')
  | (
      | 'copy-paper'
      | 'change-event'
      | 'change-rubric'
      | 'change-challenges'
      | 'draw-order'
      | 'remove-entry'
      | 'set-prizes'
      | 'forget-people'
    )
  | ('judge-links' | 'team-links' | 'remote-link' | 'links-sent' | 'hand-over-desk' | 'remove-recent')
  | ('disqualify' | 'reinstate')
  | ('claim-judge' | 'correct-judge' | 'merge-judges' | 'export-judge')

type Sentence = (detail: HistoryLine['detail'], names: HistoryNames, at: string) => string

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = (value: unknown) => (Array.isArray(value) ? value : [])
const nameOf = (value: unknown) => isolateName(text((value as { name?: unknown } | null)?.name))
const quoted = (value: unknown) => (text(value) ? `: “${text(value)}”` : '')
const judgeOf = (detail: HistoryLine['detail'], { judge }: HistoryNames) =>
  text(detail.name) ? isolateName(text(detail.name)) : judge(text(detail.judgeId))

/** A sentence for every cue and every decision; a missing one does not compile. */
export const sentences: Record<CueName | Decision, Sentence> = {
  'open-doors': () => 'The doors were opened',
  call: ({ entryId }, { team }) => `${team(text(entryId))} was called on stage`,
  next: (_, { calledAt }, at) => `${calledAt(at) ?? 'The next team'} was called on stage`,
  back: (_, { calledAt }, at) => `${calledAt(at) ?? 'The team before'} was called on stage`,
  'start-timer': ({ part }) => (part === 'questions' ? 'The time for questions began' : 'The clock was started'),
  'pause-timer': () => 'The clock was paused',
  'add-time': ({ seconds = 0 }) =>
    Number(seconds) < 0
      ? `The time was cut by ${lengthWords(-Number(seconds))}`
      : `The time was extended by ${lengthWords(Number(seconds))}`,
  'reset-timer': () => 'The clock was set back to its full time',
  'skip-introduction': () => 'The introduction of the team was skipped',
  'own-laptop': () => 'The team showed its own laptop',
  'open-scoring': () => 'The room was asked to score',
  'open-showcase': () => 'The showcase was opened',
  'close-showcase': () => 'The showcase was closed',
  'show-slides': () => 'The slides were shown',
  'hide-slides': () => 'The slides were taken off the screen',
  slide: ({ page }) =>
    typeof page === 'number' ? `Page ${page} of the slides was shown` : 'Another page of the slides was shown',
  break: ({ message }) => `A break began${quoted(message)}`,
  resume: () => 'The show went on',
  message: (detail) =>
    text(detail.text) ? `The stage showed a message${quoted(detail.text)}` : 'The message was removed from the stage',
  blank: () => 'The stage went dark',
  'show-film': () => 'The film was started',
  'hide-film': () => 'The film was stopped',
  undo: () => 'The last press was undone',
  'close-scoring': () => 'Scoring was closed',
  'reopen-scoring': () => 'Scoring was opened again',
  'start-reveal': () => 'The result was fixed and the reveal began',
  'reveal-next': () => 'The next step of the reveal was shown',
  'reveal-back': () => 'The reveal went one step back',
  publish: ({ by }) => `The result was published${text(by) && `, released by ${isolateName(text(by))}`}`,
  admit: (detail, names) => `${judgeOf(detail, names)} was admitted to the panel`,
  remove: (detail, names) => `${judgeOf(detail, names)} was removed from the panel`,
  'remove-recent': ({ count }) =>
    plural(Number(count ?? 0), {
      one: '1 judge who had just come and scored nothing was removed from the panel',
      other: `${Number(count ?? 0)} judges who had just come and scored nothing were removed from the panel`,
    }),
  away: (detail, names) => `${judgeOf(detail, names)} stepped out`,
  'judge-back': (detail, names) => `${judgeOf(detail, names)} came back`,
  'claim-judge': (detail, names) => `${judgeOf(detail, names)} joined with the room’s code`,
  'correct-judge': correctionWords,
  'export-judge': (detail, names) => `What is held about ${judgeOf(detail, names)} was downloaded`,
  'merge-judges': (detail, names) => {
    const moved = Number(detail.ballots ?? 0)
    const other = text(detail.otherName) ? isolateName(text(detail.otherName)) : names.judge(text(detail.otherId))
    const ballots = moved === 0 ? 'no ballots' : countOf(moved, 'ballot')
    return `${other} was merged into ${judgeOf(detail, names)}, and ${ballots} moved`
  },
  'casting-vote': castingVote,
  disqualify: (detail, { team, open }) =>
    `${team(text(detail.entryId))} was taken out of the awards${open ? quoted(detail.reason) : ''}`,
  reinstate: (detail, { team }) => `${team(text(detail.entryId))} was put back into the awards`,
  'copy-paper': (detail, names) =>
    `A ballot of ${judgeOf(detail, names)} for ${names.team(text(detail.entryId))} was copied from paper`,
  'hand-over-desk': () => 'The desk was opened on another laptop with a code',
  'judge-links': (detail) => linksWords(detail, 'judge'),
  'team-links': (detail) => linksWords(detail, 'team'),
  'remote-link': () => 'A remote control was made',
  'links-sent': ({ judges, teams }) => `Links were marked as sent: ${sentWords(Number(judges), Number(teams))}`,
  'change-event': (detail) => {
    const changedSettings = Object.keys(detail).map((key) => settings[key as keyof typeof settings] ?? key)
    return `The event was changed${changedSettings.length > 0 ? `: ${listNames(changedSettings)}` : ''}`
  },
  'change-rubric': ({ criteria, cost }) =>
    [`The rubric was changed: ${listNames(list(criteria).map(nameOf), 20)}`, ...costWords(cost)].join('. '),
  'change-challenges': ({ challenges, cost }) => {
    const challengeNames = list(challenges).map(nameOf)
    const changed = challengeNames.length > 0 ? listNames(challengeNames, 20) : 'there is none'
    return [`The challenges were changed: ${changed}`, ...costWords(cost)].join('. ')
  },
  'remove-entry': ({ team, ballots }) => {
    const removed = `${text(team) ? isolateName(text(team)) : 'A team'} was removed from the line-up`
    const count = Number(ballots ?? 0)
    if (count === 0) return removed
    return plural(count, {
      one: `${removed}, and its ballot was thrown away`,
      other: `${removed}, and its ${count} ballots were thrown away`,
    })
  },
  'draw-order': ({ seed, times }) => {
    const from = typeof seed === 'number' ? ` from the seed ${seed}` : ''
    return `The running order was drawn${Number(times) > 1 ? ' again' : ''}${from}`
  },
  'set-prizes': ({ prizes }, names) => {
    const prizeNames = list(prizes).map((prize) => {
      // Lines of earlier releases name one entry a prize.
      const entryIds = list(prize?.entryIds ?? (prize?.entryId ? [prize.entryId] : [])).map(text)
      return entryIds.length > 0 && names.open
        ? `${nameOf(prize)} to ${listNames(entryIds.map(names.team), 99)}`
        : nameOf(prize)
    })
    return prizeNames.length > 0
      ? `The prizes given by hand were set: ${listNames(prizeNames, 20)}`
      : 'No prize is given by hand'
  },
  'forget-people': ({ automatic }) =>
    `The people’s names, roles, organisations and comments were removed${automatic === true ? ' by the server, as set' : ''}`,
}

function costWords(cost: unknown): string[] {
  const { scores = 0, reopened = 0, completed = 0 } = (cost ?? {}) as Partial<Record<keyof Cost, number>>
  return [
    ...(scores ? [`${countOf(scores, 'score')} thrown away`] : []),
    ...(reopened ? [`${countOf(reopened, 'ballot')} became incomplete`] : []),
    ...(completed ? [`${countOf(completed, 'ballot')} became complete`] : []),
  ]
}

function correctionWords({ name, formerName, bySelf }: HistoryLine['detail']): string {
  const by = bySelf === true ? ' by themself' : ''
  if (!text(name) || name === formerName)
    return `The role or organisation of ${text(name) ? isolateName(text(name)) : 'a judge'} was corrected${by}`
  return `The name of ${isolateName(text(formerName))} was corrected${by} to ${isolateName(text(name))}`
}

const sentWords = (judges: number, teams: number) =>
  listWords([judges ? countOf(judges, 'judge') : '', teams ? countOf(teams, 'team') : ''].filter(Boolean))

function linksWords({ count, stopEarlier }: HistoryLine['detail'], noun: 'judge' | 'team'): string {
  const made = `New personal links were made for ${count ? countOf(Number(count), noun) : `all ${noun}s`}`
  return stopEarlier === true ? `${made}; the earlier ones stopped working` : `${made}; the earlier ones still work`
}

function castingVote({ entryIds, by, joint, reason }: HistoryLine['detail'], { team, open }: HistoryNames): string {
  const chair = text(by) || 'The chair'
  const why = quoted(reason)
  if (!open)
    return `${isolateName(chair)} ${joint === true ? 'named joint what was too close to call' : 'decided a tie'}${why}`
  const teams = list(entryIds).map((id) => team(text(id)))
  const order = joint === true ? listNames(teams, 99) : teams.join(' before ')
  return `${capitalise(chairWords(chair, joint === true))}${order && `, ${order}`}${why}`
}

/** The sentence of a line, without its time. A line of an unknown kind, from a newer server, still gets one. */
export function historyWords({ what, detail, at }: HistoryLine, names: HistoryNames): string {
  const key = what === 'back' && detail.judgeId !== undefined ? 'judge-back' : what
  const write = (sentences as Record<string, Sentence | undefined>)[key]
  return write ? write(detail, names, at) : `Something else was done (${what})`
}
