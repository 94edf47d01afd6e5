import { turnSeconds } from '../../api/rules/show/forecast.ts'
import { countOf, plural } from '../../api/rules/words/plural.ts'
import { eventZone } from '../core/event-zone.ts'
import { clockTime } from '../core/words/clock-time.ts'
import { isolateName } from '../core/words/names.ts'
import type { Organised } from './organising.ts'

/** `missing`: the show needs it. `worth`: recommended. `done`: complete. */
export type Check = { id: string; state: 'missing' | 'worth' | 'done'; text: string; act: string }

export function lengthWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return countOf(minutes, 'minute')
  return minutes % 60 === 0 ? countOf(hours, 'hour') : `${countOf(hours, 'hour')} ${countOf(minutes % 60, 'minute')}`
}

const dayMs = 86_400_000

export function plannedSeconds({ event, entries }: Pick<Organised, 'event' | 'entries'>): number {
  return entries.filter((entry) => !entry.skipped).reduce((sum, entry) => sum + turnSeconds(event, entry), 0)
}

export function checkList(now: Omit<Organised, 'links'>, nowMs: number): Check[] {
  return [when(now, nowMs), ...teams(now), panel(now), rubric(now), ...challenges(now), honours(now)]
}

function when({ event, entries }: Pick<Organised, 'event' | 'entries'>, nowMs: number): Check {
  if (!event.startsAt) return { id: 'event', state: 'worth', text: 'No date and time yet', act: 'Set the start' }
  const starts = Date.parse(event.startsAt)
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: eventZone() } as const
  const day = new Date(starts).toLocaleDateString('en-GB', format)
  if (event.phase === 'setup' && starts < nowMs - dayMs)
    return { id: 'event', state: 'worth', text: `The start, ${day}, is in the past`, act: 'Change it' }
  const ends = entries.length
    ? `, the last team done by ${clockTime(starts + plannedSeconds({ event, entries }) * 1000)}`
    : ''
  return { id: 'event', state: 'done', text: `Starts ${day} at ${clockTime(starts)}${ends}`, act: 'Event' }
}

function teams({ event, entries }: Pick<Organised, 'event' | 'entries'>): Check[] {
  if (entries.length === 0) return [{ id: 'teams', state: 'missing', text: 'No teams yet', act: 'Add teams' }]
  const length = lengthWords(plannedSeconds({ event, entries }))
  const scored = entries.filter((entry) => !entry.warmUp).length
  const warmUps = entries.length - scored
  if (scored === 0)
    return [{ id: 'teams', state: 'missing', text: 'Only warm-ups so far, no team to score', act: 'Add teams' }]
  const number = `${countOf(scored, 'team')}${warmUps ? ` and ${countOf(warmUps, 'warm-up')}` : ''}`
  const complete: Check = { id: 'teams', state: 'done', text: `${number}, ${length} on stage`, act: 'Teams' }
  const withoutPitch = entries.filter((entry) => !entry.summary).length
  if (event.phase !== 'setup' || withoutPitch === 0) return [complete]
  const text = plural(withoutPitch, {
    one: 'One team has no pitch yet: the stage shows it under the name',
    other: `${withoutPitch} teams have no pitch yet: the stage shows it under the name`,
  })
  return [complete, { id: 'teams', state: 'worth', text, act: 'Teams and their links' }]
}

function panel({ event, judges }: Pick<Organised, 'event' | 'judges'>): Check {
  const waiting = judges.filter((judge) => judge.status === 'waiting').length
  const admitted = judges.filter((judge) => judge.status === 'admitted').length
  const at = { id: 'judges' } as const
  if (waiting) {
    const text = plural(waiting, {
      one: '1 judge waits to be let in',
      other: `${waiting} judges wait to be let in`,
    })
    return { ...at, state: 'missing', text, act: 'Let them in' }
  }
  if (admitted && admitted < 3 && event.admission === 'link' && event.phase === 'setup') {
    const text = `Only ${countOf(admitted, 'judge')}, and nobody else can join: with three or more a result is steadier`
    return { ...at, state: 'worth', text, act: 'Add judges' }
  }
  if (admitted) return { ...at, state: 'done', text: `${countOf(admitted, 'judge')} on the panel`, act: 'Judges' }
  if (event.admission === 'link')
    return {
      ...at,
      state: 'missing',
      text: 'No judges yet, and they can join by personal link only',
      act: 'Add judges',
    }
  return { ...at, state: 'done', text: 'Anyone with the code can judge', act: 'Judges' }
}

function rubric({ event }: Pick<Organised, 'event'>): Check {
  const { criteria } = event
  const at = { id: 'questions' } as const
  if (criteria.length === 0)
    return { ...at, state: 'missing', text: 'No questions for the judges yet', act: 'Write them' }
  const withoutWords = criteria.filter((c) => Object.values(c.levels).every((words) => !words)).length
  if (withoutWords) {
    const text = `${countOf(withoutWords, 'question')} without words for what the scores mean`
    return { ...at, state: 'worth', text, act: 'Add the words' }
  }
  return { ...at, state: 'done', text: `${countOf(criteria.length, 'question')} for the judges`, act: 'Questions' }
}

function challenges({ event }: Pick<Organised, 'event'>): Check[] {
  const at = { id: 'challenges' } as const
  const lacking = event.challenges.filter(({ judgeIds, entryIds }) => judgeIds.length === 0 || entryIds.length === 0)
  const [first] = lacking
  if (lacking.length > 1) {
    const text = `${countOf(lacking.length, 'challenge')} without judges or without teams: nobody could win them`
    return [{ ...at, state: 'worth', text, act: 'Choose them' }]
  }
  if (first) {
    const what = first.judgeIds.length > 0 ? 'teams' : first.entryIds.length > 0 ? 'judges' : 'judges and no teams'
    const text = `The challenge “${isolateName(first.name)}” has no ${what} yet`
    return [{ ...at, state: 'worth', text, act: 'Choose them' }]
  }
  if (event.challenges.length === 0) return []
  return [{ ...at, state: 'done', text: countOf(event.challenges.length, 'challenge'), act: 'Challenges' }]
}

function honours({ event, entries, prizes }: Pick<Organised, 'event' | 'entries' | 'prizes'>): Check {
  const at = { id: 'awards' } as const
  const scored = entries.filter((entry) => !entry.warmUp).length
  if (scored > 0 && event.places > scored) {
    const text = `${countOf(event.places, 'place')} to announce, but only ${countOf(scored, 'team')}`
    return { ...at, state: 'worth', text, act: 'Announce fewer' }
  }
  const open = prizes.filter((prize) => prize.entryIds.length === 0).length
  if (open && event.phase === 'closed')
    return { ...at, state: 'worth', text: `${countOf(open, 'prize')} given to nobody yet`, act: 'Give them' }
  const more = event.criterionAwards.length + prizes.length
  const text = `${countOf(event.places, 'place')} to announce${more ? `, and ${countOf(more, 'more award')}` : ''}`
  return { ...at, state: 'done', text, act: 'Awards' }
}
