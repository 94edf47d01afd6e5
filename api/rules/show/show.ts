import type { Phase } from '../../schema/event.ts'
import type { Scene } from '../../schema/stage.ts'
import type { StageHistory } from './running-order.ts'
import type { Timer } from './stage-timer.ts'

/** Where the show stands: all that a cue can change. Moments are ISO 8601. */
export type Show = {
  phase: Phase
  scene: Scene
  /** What a break, a blank or the scoring scene goes back to. */
  sceneBefore: Scene
  onStageId: string | null
  /** Everyone who has been called, in the order of their first call. */
  shownIds: string[]
  /** The moment of each first call, by entry. */
  calledAt: Record<string, string>
  timer: Timer
  /** The clocks of entries that left the stage, as they stood: an entry that is called again goes on from there. */
  clocks: Record<string, Timer>
  /** Entries that `back` sent off before their time was used up, in that order: the last of them comes on next. */
  interruptedIds: string[]
  message: string | null
  pause: { message: string; untilAt: string | null } | null
  /** `step` steps of `of` have been shown. */
  reveal: { step: number; of: number }
  /** What the last cue changed, as it was before: one press can be taken back. */
  before: UndoableState | null
}

/** What a mistaken press can spoil. A show stored by an earlier version lacks the optional ones. */
type UndoableState = Pick<Show, 'scene' | 'sceneBefore' | 'onStageId' | 'timer' | 'message' | 'pause'> &
  Partial<Pick<Show, 'shownIds' | 'calledAt' | 'clocks' | 'interruptedIds'>>

/** What a move depends on beside the show itself. `revealSteps` is known once the result is fixed. */
export type MoveContext = {
  entryIds: string[]
  /** Entries that `next` and `back` leave out. */
  skippedIds: string[]
  /** Whether a ballot exists for the entry on stage: an undone call then stays on the record. */
  onStageHasBallots: boolean
  /** Planned times by entry. */
  talkMs: (entryId: string | null) => number
  questionsMs: (entryId: string | null) => number
  revealSteps: number
  nowMs: number
}

/** A show stored by an earlier version names no interrupted entries. */
export function stageHistory({ onStageId, shownIds, interruptedIds = [] }: Show): StageHistory {
  return { onStageId, shownIds, interruptedIds }
}
