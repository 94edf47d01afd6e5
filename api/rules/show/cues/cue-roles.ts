import type { CueName } from '../../../schema/cue.ts'
import type { Role } from '../../../schema/session.ts'
import { refuse } from '../../refusal.ts'

const desk = ['owner', 'organiser'] as const
const deskAndRemote = [...desk, 'remote'] as const

/** A remote key moves the show. It changes nothing about scoring, the reveal or the result. */
const cueRoles: Record<CueName, readonly Role[]> = {
  'open-doors': deskAndRemote,
  call: deskAndRemote,
  next: deskAndRemote,
  back: deskAndRemote,
  'start-timer': deskAndRemote,
  'pause-timer': deskAndRemote,
  'add-time': deskAndRemote,
  'reset-timer': deskAndRemote,
  'open-scoring': deskAndRemote,
  'own-laptop': deskAndRemote,
  'skip-introduction': deskAndRemote,
  break: deskAndRemote,
  'open-showcase': deskAndRemote,
  'close-showcase': deskAndRemote,
  'show-slides': deskAndRemote,
  'hide-slides': deskAndRemote,
  'show-film': deskAndRemote,
  'hide-film': deskAndRemote,
  slide: deskAndRemote,
  resume: deskAndRemote,
  message: deskAndRemote,
  blank: deskAndRemote,
  undo: deskAndRemote,
  'close-scoring': desk,
  'reopen-scoring': desk,
  'start-reveal': desk,
  'reveal-next': desk,
  'reveal-back': desk,
  publish: desk,
}

export const mayPlayCue = (role: Role, cue: CueName): boolean => cueRoles[cue].includes(role)

export function checkCueRole(role: Role, cue: CueName): void {
  if (!mayPlayCue(role, cue)) refuse('desk-only')
}
