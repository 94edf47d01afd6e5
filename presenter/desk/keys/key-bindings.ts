import type { Cue } from '../../../api/schema/cue.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import type { Press } from '../../../web/core/desk-keys.ts'
import { listNames } from '../../../web/core/words/names.ts'

/** What the desk knows when a key is pressed. */
export type Standing = {
  stage: StageSnapshot
  /** Judges who scored the team before and not the one on stage, by name. */
  expected: string[]
  /** An entry picked out of turn. */
  chosen: Entry | undefined
  /** The same press was held back a moment ago, and comes again. */
  again: boolean
}

/** Send a cue; say why not; or hold the press back until it comes again. */
export type Answer = { cue: Cue } | { say: string } | { hold: string }

type ShowPress = Exclude<Press, 'message' | 'full-screen' | 'keys'>

const minuteSeconds = 60

/** What a press does, this moment. Whatever cannot be taken back has no key. */
export function answer(press: ShowPress, standing: Standing): Answer {
  return answers[press](standing)
}

const answers: Record<ShowPress, (standing: Standing) => Answer> = {
  next: (standing) => nextBy[standing.stage.phase](standing),
  back: (standing) => backBy[standing.stage.phase](standing),
  'start-pause': (standing) => (standing.stage.scene === 'break' ? { cue: { cue: 'resume' } } : startOrPause(standing)),
  questions: onlyOnStage(({ stage }) =>
    stage.scene === 'break'
      ? { say: 'End the break first.' }
      : stage.timer.part === 'questions'
        ? { say: 'The time for questions has been started already.' }
        : { cue: { cue: 'start-timer', part: 'questions' } },
  ),
  'more-time': (standing) => addTime(standing, minuteSeconds),
  'less-time': (standing) => addTime(standing, -minuteSeconds),
  undo: () => ({ cue: { cue: 'undo' } }),
  blank: ({ stage }) => ({ cue: { cue: stage.scene === 'blank' ? 'resume' : 'blank' } }),
  code: ({ stage }) => {
    if (stage.scene === 'scoring') return { cue: { cue: 'resume' } }
    if (stage.phase === 'live' && stage.onStage) return { cue: { cue: 'open-scoring' } }
    return { say: 'The welcome, the break and the winners already show the code.' }
  },
}

const nextBy: Record<StageSnapshot['phase'], (standing: Standing) => Answer> = {
  setup: () => ({ cue: { cue: 'open-doors' } }),
  live: nextTeam,
  closed: () => ({ say: 'Start the reveal with its button. No clicker can do it.' }),
  revealing: ({ stage }) => {
    if (stage.scene === 'blank') return { cue: { cue: 'resume' } }
    if (stage.reveal.step < stage.reveal.of) return { cue: { cue: 'reveal-next' } }
    return { say: 'That was the last step. Publish the result with its button.' }
  },
  final: () => ({ say: 'The result is public.' }),
}

const backBy: Record<StageSnapshot['phase'], (standing: Standing) => Answer> = {
  setup: () => ({ say: 'The doors are not open yet.' }),
  live: ({ stage }) => {
    if (stage.scene === 'blank' || stage.scene === 'break' || stage.scene === 'scoring')
      return { cue: { cue: 'resume' } }
    return stage.onStage ? { cue: { cue: 'back' } } : { say: 'Nobody is on stage yet.' }
  },
  closed: () => ({ say: 'Scoring has closed. It can be opened again with its button.' }),
  revealing: ({ stage }) => (stage.scene === 'blank' ? { cue: { cue: 'resume' } } : { cue: { cue: 'reveal-back' } }),
  final: () => ({ say: 'The result is public.' }),
}

function nextTeam({ stage, expected, chosen, again }: Standing): Answer {
  if (stage.scene === 'blank') return { cue: { cue: 'resume' } }
  if (!chosen && !stage.onDeck) {
    return {
      say: stage.onStage ? 'No team is left to call. Close scoring with its button.' : 'Add the teams first.',
    }
  }
  if (expected.length > 0 && stage.scene !== 'break' && !again)
    return { hold: `${expectedWords(expected)} Press again to go on anyway.` }
  return { cue: chosen ? { cue: 'call', entryId: chosen.id } : { cue: 'next' } }
}

const startOrPause = onlyOnStage(({ stage }) => ({
  cue: { cue: stage.timer.state === 'running' ? 'pause-timer' : 'start-timer' },
}))

/** In a break the clock is the break's, so its end moves. */
function addTime(standing: Standing, seconds: number): Answer {
  const { scene, pause } = standing.stage
  if (scene !== 'break') return onlyOnStage(() => ({ cue: { cue: 'add-time', seconds } }))(standing)
  if (!pause?.untilAt) return { say: 'This break has no end time.' }
  const untilAt = new Date(Date.parse(pause.untilAt) + seconds * 1000).toISOString()
  return { cue: { cue: 'break', message: pause.message, untilAt } }
}

/** "R. Ahmed scored the team before and not this one yet." */
export const expectedWords = (expected: string[]) =>
  `${listNames(expected, 3)} scored the team before and not this one yet.`

function onlyOnStage(then: (standing: Standing) => Answer) {
  return (standing: Standing): Answer => {
    if (standing.stage.phase !== 'live') return { say: 'The clock runs while teams present.' }
    return standing.stage.onStage ? then(standing) : { say: 'Nobody is on stage yet. Call the first team.' }
  }
}
