import type { RehearsalReport } from '../schema/rehearsal.ts'
import type { CopyToPlay } from '../workers/rehearsal-messages.ts'
import { reportOf } from './checks/report.ts'
import { castForEvent } from './judges/cast.ts'
import { makePace } from './pace.ts'
import { openCopy } from './rehearsal-target.ts'
import { playIn } from './rehearse.ts'

const mostSeconds = 12 * 3600

export async function playCopy(copy: CopyToPlay & { log: (line: string) => void }): Promise<RehearsalReport> {
  const { judges, speed, byHand, seed, log } = copy
  const target = await openCopy(copy)
  const signal = AbortSignal.timeout(mostSeconds * 1000)
  const parts = castForEvent(judges, seed, target.entries)
  const pace = makePace(speed, signal)
  return reportOf(await playIn(target, { parts, seed, pace, log, keys: byHand ? 'others' : 'shared' }))
}
