import type { RehearsalReport } from '../schema/rehearsal.ts'
import type { CopyToPlay } from '../workers/rehearsal-messages.ts'
import { reportOf } from './checks/report.ts'
import { createProfilesForEvent } from './judges/profiles.ts'
import { createPace } from './pace.ts'
import { openCopy } from './rehearsal-target.ts'
import { playEvent } from './rehearse.ts'

const maxSeconds = 12 * 3600

export async function playCopy(copy: CopyToPlay & { log: (line: string) => void }): Promise<RehearsalReport> {
  const { judges, speed, byHand, seed, log } = copy
  const target = await openCopy(copy)
  const signal = AbortSignal.timeout(maxSeconds * 1000)
  const profiles = createProfilesForEvent(judges, seed, target.entries)
  const pace = createPace(speed, signal)
  return reportOf(
    await playEvent(target, { profiles: profiles, seed, pace, log, control: byHand ? 'others' : 'shared' }),
  )
}
