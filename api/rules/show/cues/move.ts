import type { Cue, CueName } from '../../../schema/cue.ts'
import type { Phase } from '../../../schema/event.ts'
import type { MoveContext, Show } from '../show.ts'

/** What a cue does to the show, and the phases in which it may. `apply` returns the same object when it changes nothing. */
export type Move<C> = { from: readonly Phase[]; apply: (show: Show, cue: C, context: MoveContext) => Show }
export type Moves = { [Name in CueName]: Move<Extract<Cue, { cue: Name }>> }
