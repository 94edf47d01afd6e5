import type { Scene } from '../../../schema/stage.ts'
import { refuse } from '../../refusal.ts'
import { callEntry, interrupt, nextId, previousId } from '../call-entry.ts'
import type { MoveContext, Show } from '../show.ts'
import { closeShowcase, openShowcase } from '../showcase.ts'
import { hideSlides, showSlides, slidesAtReset, slidesOfOtherPart, turnTo } from '../slides.ts'
import { addTime, freshTimer, isRunning, pauseTimer, startTimer, type Timer } from '../stage-timer.ts'
import type { Moves } from './move.ts'
import { revealMoves } from './reveal-moves.ts'

const anyPhase = ['setup', 'live', 'closed', 'revealing', 'final'] as const
const fromLive = ['live', 'closed', 'revealing', 'final'] as const

/** Scenes of the team on stage, from which `resume` leads back to it. */
const besideStage: readonly Scene[] = ['scoring', 'own-laptop']
const resumable: readonly Scene[] = ['break', 'blank', ...besideStage]

/** `apply` returns the same object when it changes nothing. */
export const moves: Moves = {
  'open-doors': {
    from: anyPhase,
    apply: (show) => (show.phase === 'setup' ? { ...show, phase: 'live', scene: 'welcome' } : show),
  },
  call: { from: ['live'], apply: (show, cue, context) => callEntry(show, cue.entryId, context) },
  next: { from: ['live'], apply: (show, _cue, context) => callEntry(show, nextId(show, context), context) },
  back: {
    from: ['live'],
    apply: (show, _cue, context) => interrupt(callEntry(show, previousId(show, context), context), show, context),
  },
  'start-timer': {
    from: ['live'],
    apply: (show, cue, context) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      const part = cue.part ?? show.timer.part
      const timer = part === show.timer.part ? show.timer : freshTimer(part, plannedMs(part, show.onStageId, context))
      const slides = part === show.timer.part ? show.slides : slidesOfOtherPart(show, context)
      const started = startTimer(timer, context.nowMs)
      return started === show.timer ? show : { ...show, slides, timer: started }
    },
  },
  'pause-timer': {
    from: ['live'],
    apply: (show, _cue, context) => {
      if (show.timer.startedAt === null) refuse('timer-not-started')
      return withTimer(show, pauseTimer(show.timer, context.nowMs))
    },
  },
  'add-time': {
    from: ['live'],
    apply: (show, cue) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      return cue.seconds === 0 ? show : withTimer(show, addTime(show.timer, cue.seconds * 1000))
    },
  },
  'reset-timer': {
    from: ['live'],
    apply: (show, _cue, context) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      const fresh = freshTimer('talk', context.talkMs(show.onStageId))
      const same =
        show.timer.startedAt === null && show.timer.part === 'talk' && show.timer.plannedMs === fresh.plannedMs
      return same ? show : { ...show, timer: fresh, slides: slidesAtReset(show, context) }
    },
  },
  // Shows the code for late judges; each entry takes ballots from its call on.
  'open-scoring': {
    from: ['live'],
    apply: (show) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      return show.scene === 'scoring' ? show : { ...show, scene: 'scoring', sceneBefore: 'on-stage', pause: null }
    },
  },
  'own-laptop': {
    from: ['live'],
    apply: (show) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      return show.scene === 'own-laptop' ? show : { ...show, scene: 'own-laptop', sceneBefore: 'on-stage', pause: null }
    },
  },
  break: {
    from: ['live', 'closed'],
    apply: (show, cue, context) => {
      const pause = { message: cue.message ?? '', untilAt: cue.untilAt ?? null }
      if (show.scene === 'break' && JSON.stringify(show.pause) === JSON.stringify(pause)) return show
      const timer = isRunning(show.timer) ? pauseTimer(show.timer, context.nowMs) : show.timer
      return { ...showInterlude(show, 'break'), pause, timer }
    },
  },
  'open-showcase': {
    from: ['live'],
    apply: (show, cue, context) => openShowcase(show, cue.untilAt ?? null, context),
  },
  'close-showcase': { from: ['live'], apply: closeShowcase },
  'show-slides': { from: ['live'], apply: (show, _cue, context) => showSlides(show, context) },
  'hide-slides': { from: ['live'], apply: (show, _cue, context) => hideSlides(show, context) },
  slide: { from: ['live'], apply: (show, cue, context) => turnTo(show, cue.page, context) },
  resume: {
    from: anyPhase,
    apply: (show) => (resumable.includes(show.scene) ? { ...show, scene: show.sceneBefore, pause: null } : show),
  },
  message: {
    from: anyPhase,
    apply: (show, cue) => {
      const message = cue.text === '' ? null : cue.text
      return message === show.message ? show : { ...show, message }
    },
  },
  blank: { from: anyPhase, apply: (show) => (show.scene === 'blank' ? show : showInterlude(show, 'blank')) },
  'skip-introduction': {
    from: ['live'],
    apply: (show) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      return show.introduced ? show : { ...show, introduced: true }
    },
  },
  'show-film': {
    from: ['live'],
    apply: (show, _cue, context) => {
      if (show.onStageId === null) refuse('nobody-on-stage')
      if (show.film) return show
      const startedAt = new Date(context.nowMs).toISOString()
      return { ...show, scene: 'on-stage', showcase: null, pause: null, film: { startedAt } }
    },
  },
  'hide-film': { from: ['live'], apply: (show) => (show.film ? { ...show, film: null } : show) },
  undo: {
    from: anyPhase,
    apply: (show, _cue, context) => {
      if (!show.before) refuse('nothing-to-undo')
      // An entry with a ballot stays shown, even when its call was a mistake.
      const { shownIds, calledAt } = context.onStageHasBallots ? show : { ...show, ...show.before }
      return { ...show, slides: null, ...show.before, shownIds, calledAt }
    },
  },
  'close-scoring': {
    from: fromLive,
    apply: (show, _cue, context) => {
      if (show.phase !== 'live') return show
      const timer = isRunning(show.timer) ? pauseTimer(show.timer, context.nowMs) : show.timer
      return { ...show, phase: 'closed', scene: 'deciding', pause: null, showcase: null, slides: null, timer }
    },
  },
  'reopen-scoring': {
    from: ['live', 'closed'],
    apply: (show) => {
      if (show.phase === 'live') return show
      const scene = show.onStageId === null ? 'welcome' : 'scoring'
      return {
        ...show,
        phase: 'live',
        scene,
        sceneBefore: show.onStageId === null ? 'welcome' : 'on-stage',
        pause: null,
      }
    },
  },
  ...revealMoves,
}

function plannedMs(part: Timer['part'], entryId: string | null, context: MoveContext): number {
  return part === 'talk' ? context.talkMs(entryId) : context.questionsMs(entryId)
}

function withTimer(show: Show, timer: Timer): Show {
  return timer === show.timer ? show : { ...show, timer }
}

// A break after a blank still returns to the scene before both.
function showInterlude(show: Show, scene: 'break' | 'blank'): Show {
  const inInterlude = show.scene === 'break' || show.scene === 'blank'
  return {
    ...show,
    scene,
    sceneBefore: inInterlude ? show.sceneBefore : besideStage.includes(show.scene) ? 'on-stage' : show.scene,
  }
}
