import type { EventLimits } from '../../schema/limits.ts'
import { refuse } from '../refusal.ts'

/** `count`: after the change. */
export function checkEntryCount({ entries }: EventLimits, count: number): void {
  if (count > entries) refuse('event-full', `An event takes at most ${entries} teams`)
}

export function checkPanelCount({ panel }: EventLimits, count: number): void {
  if (count > panel) refuse('panel-full')
}

export function checkCastingVoteCount({ castingVotes }: EventLimits, count: number): void {
  if (count > castingVotes) refuse('event-full', `An event takes at most ${castingVotes} casting votes`)
}
