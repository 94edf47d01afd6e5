import type { Phase } from '../../schema/event.ts'
import type { Scene } from '../../schema/stage.ts'
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
  message: string | null
  pause: { message: string; untilAt: string | null } | null
  /** `step` steps of `of` have been shown. */
  reveal: { step: number; of: number }
  /** What the last cue changed, as it was before: one press can be taken back. */
  before: Undoable | null
}

/** What a mistaken press can spoil. That an entry has been called stays: its ballots may be on their way. */
type Undoable = Pick<Show, 'scene' | 'sceneBefore' | 'onStageId' | 'timer' | 'message' | 'pause'>

/** What a move may look at beside the show itself. `revealSteps` is known once the result is fixed. */
export type Setting = {
  entryIds: string[]
  /** Those that next and back pass over. */
  skippedIds: string[]
  /** Planned times by entry. */
  talkMs: (entryId: string | null) => number
  questionsMs: (entryId: string | null) => number
  revealSteps: number
  nowMs: number
}
