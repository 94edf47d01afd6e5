import type { PanelMember } from '../../../api/schema/stage.ts'

// A connected phone reports every 15 s; two missed reports may be chance.
const silentMs = 40_000
const minuteMs = 60_000

export type MemberState = { is: 'away' | 'in' | 'offline' | 'waiting'; words: string }

/** `onStage`: an entry is being scored. `open`: entries that take ballots so far. `nowMs`: server time, or undefined while the desk itself is offline. */
export function memberState(
  judge: PanelMember,
  at: { onStage: boolean; open: number; nowMs: number | undefined },
): MemberState {
  if (judge.away) return { is: 'away', words: 'away' }
  if (at.onStage && judge.in && !judge.challengeOnly) return { is: 'in', words: 'in' }
  if (!judge.arrived) return { is: 'offline', words: 'not here yet' }
  // A judge who scored on paper only has no phone to miss.
  const silent = at.nowMs === undefined || judge.seenAt === null ? 0 : at.nowMs - Date.parse(judge.seenAt)
  if (silent > silentMs) return { is: 'offline', words: `offline ${ageWords(silent)}` }
  if (judge.challengeOnly) return { is: 'away', words: 'challenges only' }
  return { is: 'waiting', words: at.open === 0 ? 'ready' : `${judge.done} of ${at.open}` }
}

function ageWords(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / minuteMs))
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`
}
