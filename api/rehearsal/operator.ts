import { ask } from '../../web/core/api.ts'
import type { Cue } from '../schema/cue.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import type { RunStats } from './checks/run-stats.ts'
import type { RehearsalTarget } from './rehearsal-target.ts'

export type Operator = {
  press(cue: Cue): Promise<StageSnapshot>
  /** The most steps that the room may have seen: counted from the press, not from its response. */
  maxShownSteps(): number
}

export function createOperator({ organiser, event }: RehearsalTarget, stats: RunStats): Operator {
  const { cues } = organiser.api.events[':slug']
  let shownSteps = 0
  let maxSteps = 0
  return {
    async press(cue) {
      if (cue.cue === 'reveal-next') shownSteps += 1
      if (cue.cue === 'reveal-back') shownSteps -= 1
      maxSteps = Math.max(maxSteps, shownSteps)
      const pressedAt = performance.now()
      const stage = await ask<StageSnapshot>(cues.$post({ param: { slug: event.slug }, json: cue }))
      stats.cues.push({ cue: cue.cue, pressedAt, tookMs: performance.now() - pressedAt, version: stage.version })
      return stage
    },
    maxShownSteps: () => maxSteps,
  }
}
