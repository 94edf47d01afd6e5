import type { MoveContext, Show } from './show.ts'
import { freshTimer, pauseTimer } from './stage-timer.ts'

/** The timer of the entry on stage pauses while another entry is on. */
export function clocksWithStage({ onStageId, timer, clocks = {} }: Show, { nowMs }: MoveContext): Show['clocks'] {
  const used = timer.startedAt !== null || timer.part === 'questions'
  return onStageId !== null && used ? { ...clocks, [onStageId]: pauseTimer(timer, nowMs) } : clocks
}

/** The entry continues its timer when it is called again. */
export function withStageEmpty(show: Show, setting: MoveContext): Show {
  if (show.onStageId === null) return show
  const timer = freshTimer('talk', setting.talkMs(null))
  return { ...show, onStageId: null, timer, clocks: clocksWithStage(show, setting), message: null, slides: null }
}
