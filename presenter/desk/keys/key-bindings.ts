import { handOverProgress } from '../../../api/rules/show/hand-over.ts'
import type { Cue } from '../../../api/schema/cue.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import type { Press } from '../../../web/core/desk-keys.ts'
import { listNames } from '../../../web/core/words/names.ts'

export type DeskState = {
  stage: StageSnapshot
  /** Names of judges who scored the team before and not the team on stage. */
  expectedJudges: string[]
  chosen: Entry | undefined
  /** A film of the team on stage has been handed to a stage of this browser, or uploaded. */
  hasFilm: boolean
  /** The film is on the stage and has not ended. */
  filmShown: boolean
  isRepeat: boolean
  /** Server time. */
  nowMs: number
}

export type KeyAction = { cue: Cue } | { notice: string } | { confirm: string }

type ShowPress = Exclude<Press, 'message' | 'full-screen' | 'keys'>

const minuteSeconds = 60
const notYetLive = 'Slides and films are shown while teams present.'

/** What a press does in this state. Closing scoring, starting the reveal and publishing have no key. */
export function actionFor(press: ShowPress, desk: DeskState): KeyAction {
  return actions[press](desk)
}

const actions: Record<ShowPress, (desk: DeskState) => KeyAction> = {
  next: (desk) => nextActions[desk.stage.phase](desk),
  back: (desk) => backActions[desk.stage.phase](desk),
  'start-pause': (desk) => {
    if (desk.stage.scene === 'break') return { cue: { cue: 'resume' } }
    if (desk.stage.scene === 'showcase') return { notice: 'The showcase ends with its button.' }
    return startOrPause(desk)
  },
  questions: requireOnStage(({ stage }) =>
    stage.scene === 'break'
      ? { notice: 'End the break first.' }
      : stage.timer.part === 'questions'
        ? { notice: 'The time for questions has been started already.' }
        : { cue: { cue: 'start-timer', part: 'questions' } },
  ),
  'more-time': (desk) => addTime(desk, minuteSeconds),
  'less-time': (desk) => addTime(desk, -minuteSeconds),
  undo: () => ({ cue: { cue: 'undo' } }),
  blank: ({ stage }) => ({ cue: { cue: stage.scene === 'blank' ? 'resume' : 'blank' } }),
  slides: requireOnStage(({ stage }) => {
    if (stage.slides) return { cue: { cue: 'hide-slides' } }
    if (!stage.onStage?.slides) return { notice: 'This team has sent no slides.' }
    return { cue: { cue: 'show-slides' } }
  }, notYetLive),
  film: requireOnStage(({ hasFilm, filmShown, isRepeat }) => {
    if (filmShown) return { cue: { cue: 'hide-film' } }
    if (!hasFilm && !isRepeat)
      return {
        confirm: 'This desk has no film of this team. Choose one under Film, or press again to play another desk’s.',
      }
    return { cue: { cue: 'show-film' } }
  }, notYetLive),
  code: ({ stage }) => {
    if (stage.scene === 'scoring') return { cue: { cue: 'resume' } }
    if (stage.phase === 'live' && stage.onStage) return { cue: { cue: 'open-scoring' } }
    return { notice: 'The welcome, the showcase, the break and the winners already show the code.' }
  },
}

const nextActions: Record<StageSnapshot['phase'], (desk: DeskState) => KeyAction> = {
  setup: () => ({ cue: { cue: 'open-doors' } }),
  live: nextTeam,
  closed: () => ({ notice: 'Start the reveal with its button. No clicker can do it.' }),
  revealing: ({ stage }) => {
    if (stage.scene === 'blank') return { cue: { cue: 'resume' } }
    if (stage.reveal.step < stage.reveal.of) return { cue: { cue: 'reveal-next' } }
    return { notice: 'That was the last step. Publish the result with its button.' }
  },
  final: () => ({ notice: 'The result is public.' }),
}

const backActions: Record<StageSnapshot['phase'], (desk: DeskState) => KeyAction> = {
  setup: () => ({ notice: 'The doors are not open yet.' }),
  live: ({ stage }) => {
    if (stage.scene === 'showcase') return { notice: 'The showcase ends with its button, or with undo.' }
    if (stage.scene === 'blank' || stage.scene === 'break' || stage.scene === 'scoring' || stage.scene === 'own-laptop')
      return { cue: { cue: 'resume' } }
    return stage.onStage ? { cue: { cue: 'back' } } : { notice: 'Nobody is on stage yet.' }
  },
  closed: () => ({ notice: 'Scoring has closed. It can be opened again with its button.' }),
  revealing: ({ stage }) => (stage.scene === 'blank' ? { cue: { cue: 'resume' } } : { cue: { cue: 'reveal-back' } }),
  final: () => ({ notice: 'The result is public.' }),
}

function nextTeam({ stage, expectedJudges, chosen, isRepeat, nowMs }: DeskState): KeyAction {
  if (stage.scene === 'blank') return { cue: { cue: 'resume' } }
  if (!chosen && !stage.onDeck) {
    return {
      notice: stage.onStage ? 'No team is left to call. Close scoring with its button.' : 'Add the teams first.',
    }
  }
  // A second press must not pass over the team that the first has called.
  if (handOverProgress(stage, nowMs) !== undefined && !chosen) return { cue: { cue: 'skip-introduction' } }
  if (stage.scene === 'showcase' && !isRepeat)
    return { confirm: 'The showcase is on. Press again to end it and call the next team.' }
  if (expectedJudges.length > 0 && stage.scene !== 'break' && !isRepeat)
    return { confirm: `${expectedWords(expectedJudges)} Press again to go on anyway.` }
  return { cue: chosen ? { cue: 'call', entryId: chosen.id } : { cue: 'next' } }
}

const startOrPause = requireOnStage(({ stage }) => ({
  cue: { cue: stage.timer.state === 'running' ? 'pause-timer' : 'start-timer' },
}))

/** In a break or a showcase the clock shows its time left, so its end moves. */
function addTime(desk: DeskState, seconds: number): KeyAction {
  const { scene, pause, showcase } = desk.stage
  if (scene === 'showcase') {
    if (!showcase?.untilAt) return { notice: 'This showcase has no end time.' }
    const untilAt = new Date(Date.parse(showcase.untilAt) + seconds * 1000).toISOString()
    return { cue: { cue: 'open-showcase', untilAt } }
  }
  if (scene !== 'break') return requireOnStage(() => ({ cue: { cue: 'add-time', seconds } }))(desk)
  if (!pause?.untilAt) return { notice: 'This break has no end time.' }
  const untilAt = new Date(Date.parse(pause.untilAt) + seconds * 1000).toISOString()
  return { cue: { cue: 'break', message: pause.message, untilAt } }
}

export const expectedWords = (expected: string[]) =>
  `${listNames(expected, 3)} scored the team before and not this one yet.`

function requireOnStage(then: (desk: DeskState) => KeyAction, notLive = 'The clock runs while teams present.') {
  return (desk: DeskState): KeyAction => {
    if (desk.stage.phase !== 'live') return { notice: notLive }
    return desk.stage.onStage ? then(desk) : { notice: 'Nobody is on stage yet. Call the first team.' }
  }
}
