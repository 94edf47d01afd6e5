import type { Cue } from '../schema/cue.ts'
import type { StageSnapshot } from '../schema/stage.ts'
import type { RunStats } from './checks/run-stats.ts'
import type { RehearsalTarget } from './rehearsal-target.ts'

export type Operator = {
  press(cue: Cue): Promise<StageSnapshot>
  /** How many steps of the reveal the room has been shown at most; counted from the press on. */
  mostShown(): number
}

export function makeOperator({ organiser, event }: RehearsalTarget, stats: RunStats): Operator {
  let shown = 0
  let most = 0
  return {
    async press(cue) {
      if (cue.cue === 'reveal-next') shown += 1
      if (cue.cue === 'reveal-back') shown -= 1
      most = Math.max(most, shown)
      const pressedAt = performance.now()
      const stage = await organiser.post<StageSnapshot>(`/events/${event.slug}/cues`, cue)
      stats.cues.push({ cue: cue.cue, pressedAt, tookMs: performance.now() - pressedAt, version: stage.version })
      return stage
    },
    mostShown: () => most,
  }
}
