import type { Cue, CueName } from '../../schema/cue.ts'
import type { Phase } from '../../schema/event.ts'
import { type RefusalCode, refuse } from '../refusal.ts'
import { moves } from './cues/cue-table.ts'
import type { Move } from './cues/move.ts'
import type { MoveContext, Show } from './show.ts'
import { freshTimer } from './stage-timer.ts'

export type { MoveContext, Show } from './show.ts'

export function freshShow(talkMs: number): Show {
  return {
    phase: 'setup',
    scene: 'welcome',
    sceneBefore: 'welcome',
    onStageId: null,
    shownIds: [],
    calledAt: {},
    timer: freshTimer('talk', talkMs),
    clocks: {},
    interruptedIds: [],
    message: null,
    pause: null,
    showcase: null,
    introduced: false,
    film: null,
    opened: null,
    slides: null,
    reveal: { step: 0, of: 0 },
    before: null,
  }
}

const phaseRefusals: Record<Phase, (cue: CueName) => RefusalCode> = {
  setup: () => 'not-open',
  live: () => 'close-first',
  closed: (cue) =>
    cue === 'reveal-next' || cue === 'reveal-back' || cue === 'publish' ? 'reveal-not-started' : 'scoring-closed',
  revealing: () => 'reveal-under-way',
  final: () => 'too-late-to-change',
}

/** The other cues have an opposite cue, or cannot be reverted. */
const undoable: readonly CueName[] = [
  ...(['call', 'next', 'back', 'start-timer', 'pause-timer', 'add-time', 'reset-timer'] as const),
  ...(['open-scoring', 'own-laptop', 'break', 'resume', 'message', 'blank'] as const),
  ...(['open-showcase', 'close-showcase', 'show-slides', 'hide-slides', 'slide'] as const),
]

/** Returns the same object when the cue changes nothing. Refuses a cue that the phase does not allow. */
export function applyCue(show: Show, cue: Cue, context: MoveContext): Show {
  const { from, apply } = moves[cue.cue] as Move<Cue>
  if (!from.includes(show.phase)) refuse(phaseRefusals[show.phase](cue.cue))
  const changed = apply(show, cue, context)
  if (changed === show) return show
  const before = undoable.includes(cue.cue) ? toUndoable(show) : null
  const introduced = changed.onStageId === show.onStageId && (changed.introduced ?? false)
  return { ...changed, introduced, film: filmAfter(changed, show), before }
}

/** A film ends with its scene and its team. */
function filmAfter(changed: Show, show: Show): Show['film'] {
  return changed.scene === 'on-stage' && changed.onStageId === show.onStageId ? (changed.film ?? null) : null
}

function toUndoable(show: Show): Show['before'] {
  const { scene, sceneBefore, onStageId, timer, message, pause, showcase, slides } = show
  const { shownIds, calledAt, clocks, interruptedIds } = show
  const stage = { scene, sceneBefore, onStageId, timer, message, pause, showcase, slides }
  return { ...stage, shownIds, calledAt, clocks, interruptedIds }
}
