import type { Entry } from '../../api/schema/entry.ts'
import type { Scene, StageSnapshot } from '../../api/schema/stage.ts'

/** In which scenes the overlay shows the team on stage; in all others it is empty. */
const showsTeam: Record<Scene, boolean> = {
  welcome: false,
  showcase: false,
  'on-stage': true,
  'own-laptop': true,
  scoring: true,
  break: false,
  deciding: false,
  reveal: false,
  winners: false,
  blank: false,
}

export function teamOnAir({ phase, scene, onStage }: StageSnapshot): Entry | undefined {
  return phase === 'live' && showsTeam[scene] ? (onStage ?? undefined) : undefined
}
