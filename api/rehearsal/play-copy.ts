import type { RehearsalReport } from '../schema/rehearsal.ts'
import type { CopyToPlay } from '../workers/rehearsal-messages.ts'
import { reportOf } from './checks/report.ts'
import { openCopy } from './hall.ts'
import { castForEvent } from './judges/cast.ts'
import { makePace } from './pace.ts'
import { playIn } from './rehearse.ts'

const mostSeconds = 12 * 3600

/** Plays an event's copy with made-up judges, and says what was seen. */
export async function playCopy(copy: CopyToPlay & { say: (line: string) => void }): Promise<RehearsalReport> {
  const { judges, speed, byHand, seed, say } = copy
  const hall = await openCopy(copy)
  const signal = AbortSignal.timeout(mostSeconds * 1000)
  const parts = castForEvent(judges, seed, hall.entries)
  const pace = makePace(speed, signal)
  return reportOf(await playIn(hall, { parts, seed, pace, say, keys: byHand ? 'others' : 'shared' }))
}
