import type { Phase } from '../../../api/schema/event.ts'
import { groupCode } from '../../core/words/code-words.ts'
import { checkList } from '../check-list.ts'
import { listRecipients, sendingWords } from '../links/link-recipients.ts'
import type { Organised } from '../organising.ts'

export type HomeName = 'before' | 'on-the-day' | 'after'

export const homes: { name: HomeName; label: string; title: string }[] = [
  { name: 'before', label: 'Before', title: 'Before the day' },
  { name: 'on-the-day', label: 'On the day', title: 'On the day' },
  { name: 'after', label: 'After', title: 'After the show' },
]

/** `missing`: the show needs it. `worth`: recommended. `later`: opens in a later phase of the event. */
export type TaskState = 'missing' | 'worth' | 'done' | 'optional' | 'later'

export type Task = {
  /** The page `/e/SLUG/organise/ID`, unless `address` names another one. */
  id: string
  name: string
  about: string
  state?: TaskState
  address?: string
  /** Opens in a window of its own: the show goes on in the others. */
  ownWindow?: true
}

export type TaskPage = { id: string; home: HomeName }

/** Every page of the organiser beside the three homes. The compiler asks for a component for each (OrganisingPage.tsx). */
export const taskPages = [
  ...(['event', 'teams', 'judges', 'questions', 'awards', 'prizes', 'challenges', 'links', 'rehearse'] as const).map(
    (id) => ({ id, home: 'before' as const }),
  ),
  ...(['screens', 'people-here', 'hand-over'] as const).map((id) => ({ id, home: 'on-the-day' as const })),
  ...(['out-of-awards', 'download', 'copy', 'delete'] as const).map((id) => ({ id, home: 'after' as const })),
]
export type TaskPageId = (typeof taskPages)[number]['id']

export const isTaskPage = (id: string): id is TaskPageId => taskPages.some((page) => page.id === id)

export function homeOfPhase(phase: Phase): HomeName {
  if (phase === 'setup') return 'before'
  return phase === 'live' ? 'on-the-day' : 'after'
}

export function listTasks(home: HomeName, now: Organised, nowMs: number): Task[] {
  if (home === 'before') return tasksBefore(now, nowMs)
  return home === 'on-the-day' ? tasksOnTheDay(now) : tasksAfter(now)
}

function tasksBefore(now: Organised, nowMs: number): Task[] {
  const checks = checkList(now, nowMs)
  const checked = (id: string, name: string, about: string): Task => {
    const own = checks.filter((check) => check.id === id)
    const urgent = own.find(({ state }) => state === 'missing') ?? own.find(({ state }) => state === 'worth') ?? own[0]
    return urgent ? { id, name, about: urgent.text, state: urgent.state } : { id, name, about, state: 'optional' }
  }
  const { slug, rehearsal } = now.event
  const hasPrizes = now.prizes.length > 0
  return [
    checked('event', 'Event', 'Name, time, place'),
    checked('teams', 'Teams', 'Who presents, in which order'),
    checked('judges', 'Judges', 'Who scores'),
    checked('questions', 'Questions', 'What judges score'),
    checked('awards', 'Awards', 'How many places to announce'),
    {
      ...{ id: 'prizes', name: 'Prizes you give yourselves', state: hasPrizes ? 'done' : 'optional' },
      about: hasPrizes ? now.prizes.map((prize) => prize.name).join(', ') : 'Named by you, not computed from scores',
    },
    checked('challenges', 'Challenges', 'Prizes with their own judges and questions'),
    links(now),
    {
      ...{ id: 'print', name: 'Print', address: `/e/${slug}/print`, state: 'optional' },
      about: 'Door poster, badges, table cards, paper ballots and the run sheet',
    },
    ...(rehearsal
      ? []
      : ([{ id: 'rehearse', name: 'Rehearse', about: 'Made-up judges play the show', state: 'optional' }] as const)),
  ]
}

function links(now: Organised): Task {
  const recipients = listRecipients(now)
  const has = (state: string) => recipients.some((recipient) => recipient.state === state)
  const task = { id: 'links', name: 'Send the links', about: sendingWords(recipients) }
  if (recipients.length === 0) return { ...task, state: 'optional' }
  return { ...task, state: has('none') || has('ready') ? 'worth' : 'done' }
}

function tasksOnTheDay({ event, judges }: Organised): Task[] {
  const { slug } = event
  const waiting = judges.filter((judge) => judge.status === 'waiting').length
  const here = judges.filter((judge) => judge.status === 'admitted' && judge.arrived && !judge.away).length
  return [
    {
      ...{ id: 'stage', name: 'Stage', address: `/present/${slug}`, ownWindow: true },
      about: 'For the projector. F fills the screen.',
    },
    {
      ...{ id: 'desk', name: 'Desk', address: `/present/${slug}/desk`, ownWindow: true },
      about: 'Runs the show: the order, the clock, the reveal',
    },
    {
      ...{ id: 'backstage', name: 'Backstage', address: `/present/${slug}/backstage`, ownWindow: true },
      about: 'The clock and who is next, for the host',
    },
    { id: 'screens', name: 'All screens and the code', about: `The room’s code is ${groupCode(event.code)}` },
    {
      ...{ id: 'people-here', name: 'Who is here', ...(waiting ? { state: 'missing' as const } : {}) },
      about: waiting
        ? `${waiting === 1 ? '1 judge waits' : `${waiting} judges wait`} to be let in`
        : `${here} of ${judges.filter((judge) => judge.status === 'admitted').length} judges are here`,
    },
    { id: 'hand-over', name: 'Hand over', about: 'To another laptop or person; stop a link that was lost' },
    {
      ...{ id: 'paper', name: 'Paper ballots', address: `/e/${slug}/paper` },
      about: 'Copy what a judge wrote on paper',
    },
    {
      ...{ id: 'check', name: 'Check the hall', address: `/e/${slug}/check` },
      about: 'Tries the network, the screen and the sound',
    },
  ]
}

function tasksAfter({ event, disqualified }: Organised): Task[] {
  const at = `/e/${event.slug}`
  const isClosed = event.phase !== 'setup' && event.phase !== 'live'
  const isFinal = event.phase === 'final'
  const closed = isClosed ? {} : ({ state: 'later' } as const)
  const final = isFinal ? {} : ({ state: 'later' } as const)
  return [
    {
      ...{ id: 'review', name: 'Review', address: `${at}/review`, ...closed },
      about: isFinal ? 'How safe the result was, in plain words' : 'How safe the result is, before anything is shown',
    },
    {
      ...{ id: 'reveal', name: 'Reveal', address: `/present/${event.slug}/desk`, ownWindow: true, ...closed },
      ...(isFinal ? { state: 'done' as const } : {}),
      about: isFinal ? 'The result is published' : 'At the desk, one press a step',
    },
    {
      ...{ id: 'comments', name: 'Comments', address: `${at}/feedback`, ...closed },
      about: 'Read the judges’ comments before the teams do',
    },
    {
      ...{ id: 'certificates', name: 'Certificates', address: `${at}/certificate`, ...final },
      about: 'One for each team, to print',
    },
    {
      ...{ id: 'feedback-print', name: 'Feedback on paper', address: `${at}/feedback/print`, ...final },
      about: 'One page for each team, to print',
    },
    { id: 'download', name: 'Download', about: 'The record, the spreadsheet, the whole event, the gallery' },
    {
      ...{ id: 'history', name: 'History', address: `${at}/history`, ...closed },
      about: 'Every action and every change of a ballot, with its time',
    },
    ...(event.phase === 'live' || event.phase === 'closed' || disqualified.length
      ? [
          {
            id: 'out-of-awards',
            name: 'Take a team out of the awards',
            about: 'When it cannot be judged with the others',
          },
        ]
      : []),
    { id: 'copy', name: 'Copy', about: 'Set up next year’s event from this one' },
    { id: 'delete', name: 'Delete', about: 'Personal data, or the whole event' },
  ]
}
