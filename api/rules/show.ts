import type { Cue, CueName } from '../schema/cue.ts'
import type { Phase } from '../schema/event.ts'
import type { Scene } from '../schema/stage.ts'
import { type Move, moves } from './moves.ts'
import { type RefusalCode, refuse } from './refusal.ts'
import { freshTimer, type Timer } from './stage-timer.ts'

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

export function freshShow(talkMs: number): Show {
  return {
    phase: 'setup',
    scene: 'welcome',
    sceneBefore: 'welcome',
    onStageId: null,
    shownIds: [],
    calledAt: {},
    timer: freshTimer('talk', talkMs),
    message: null,
    pause: null,
    reveal: { step: 0, of: 0 },
    before: null,
  }
}

/** Why a cue cannot come in a phase, in the words that help most. */
const outOfTurn: Record<Phase, (cue: CueName) => RefusalCode> = {
  setup: () => 'not-open',
  live: () => 'close-first',
  closed: (cue) =>
    cue === 'reveal-next' || cue === 'reveal-back' || cue === 'publish' ? 'reveal-not-started' : 'scoring-closed',
  revealing: () => 'reveal-under-way',
  final: () => 'too-late-to-change',
}

/** Presses that are taken back by `undo`; the others have a cue of their own that leads back, or none. */
const undoable: readonly CueName[] = [
  ...(['call', 'next', 'back', 'start-timer', 'pause-timer', 'add-time', 'reset-timer'] as const),
  ...(['open-scoring', 'break', 'resume', 'message', 'blank'] as const),
]

/** Carries a cue out. Returns the very same show when the cue is already true; refuses one that is out of turn. */
export function move(show: Show, cue: Cue, setting: Setting): Show {
  const { from, apply } = moves[cue.cue] as Move<Cue>
  if (!from.includes(show.phase)) refuse(outOfTurn[show.phase](cue.cue))
  const moved = apply(show, cue, setting)
  if (moved === show) return show
  const { scene, sceneBefore, onStageId, timer, message, pause } = show
  return {
    ...moved,
    before: undoable.includes(cue.cue) ? { scene, sceneBefore, onStageId, timer, message, pause } : null,
  }
}
