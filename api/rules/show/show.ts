import type { Phase } from '../../schema/event.ts'
import type { Scene } from '../../schema/stage.ts'
import type { StageHistory } from './running-order.ts'
import type { Timer } from './stage-timer.ts'

/** Everything that a cue can change. Moments are ISO 8601. */
export type Show = {
  phase: Phase
  scene: Scene
  /** The scene to which a break, a blank or the scoring scene returns. */
  sceneBefore: Scene
  onStageId: string | null
  shownIds: string[]
  calledAt: Record<string, string>
  timer: Timer
  /** An entry that left the stage continues from its timer when it is called again. */
  clocks: Record<string, Timer>
  /** Entries that `back` sent off before their time was used up; `next` calls the last of them. */
  interruptedIds: string[]
  message: string | null
  pause: { message: string; untilAt: string | null } | null
  showcase: { untilAt: string | null } | null
  /** The introduction of the entry on stage was skipped. A show stored by an earlier version lacks the field. */
  introduced?: boolean
  /** The film of the entry on stage fills the wall. A show stored by an earlier version lacks the field. */
  film?: { startedAt: string } | null
  /** The entries that a showcase in any order opened for ballots; null before. */
  opened: { at: string; entryIds: string[] } | null
  slides: StageSlides | null
  reveal: { step: number; of: number }
  before: UndoableState | null
}

/** `fromMs`: what the clock of the part had counted when `page` came on; pages that turn by themselves count from there. */
export type StageSlides = { page: number; fromMs: number; hidden: boolean }

/** A show stored by an earlier version lacks the optional fields. */
type UndoableState = Pick<Show, 'scene' | 'sceneBefore' | 'onStageId' | 'timer' | 'message' | 'pause'> &
  Partial<Pick<Show, 'shownIds' | 'calledAt' | 'clocks' | 'interruptedIds' | 'showcase' | 'slides'>>

export type MoveContext = {
  entryIds: string[]
  skippedIds: string[]
  /** Entries that `open-showcase` opens; none when entries open one by one on stage. */
  showcaseIds: string[]
  /** If so, `undo` leaves the entry on stage shown. */
  onStageHasBallots: boolean
  talkMs: (entryId: string | null) => number
  questionsMs: (entryId: string | null) => number
  deck: (entryId: string | null) => { pages: number; everyMs: number | null }
  revealSteps: number
  nowMs: number
}

/** A show stored by an earlier version has no `interruptedIds`. */
export function stageHistory({ onStageId, shownIds, interruptedIds = [] }: Show): StageHistory {
  return { onStageId, shownIds, interruptedIds }
}
