import type { RehearsalReport } from '../../schema/rehearsal.ts'
import type { Rehearsal } from '../rehearse.ts'
import type { Screen } from '../screen.ts'
import { percentile } from './run-stats.ts'

export function reportOf({ stats, seconds }: Rehearsal): RehearsalReport {
  const { promises, taps, dropped } = stats
  return {
    seconds: Math.round(seconds),
    tests: promises.countChecks(),
    kept: promises.listHeld(),
    untried: promises.listUnchecked(),
    broken: promises.listBroken(),
    taps,
    lostAnswers: dropped,
  }
}

export function reportLines({ stats, room, panel, seconds }: Rehearsal): string[] {
  const { promises, updates } = stats
  const screens = [...room.screens, ...panel.judges.map((judge) => judge.screen)]
  const countScreens = (kind: Screen['kind']) => screens.filter((screen) => screen.kind === kind).length
  const megabytes = (stats.updateBytes / 1_000_000).toFixed(1)
  const broken = promises.listBroken()
  const checkedCount = promises.listHeld().length + broken.length
  return [
    `Played in ${seconds.toFixed(1)} s.`,
    `Ballots: ${stats.taps} taps, sent ${stats.sent} times, ${stats.dropped} answers lost on purpose, ` +
      `${stats.acknowledged} acknowledged, ${stats.refused} refused as scoring closed. Acknowledged ${percentilesOf(stats.ballotMs)}`,
    `Cues: ${stats.cues.length}. Answered ${percentilesOf(stats.cues.map((cue) => cue.tookMs))}`,
    `Cue to projector: ${percentilesOf(cueToScreens(stats.cues, screens, 'stage'))}`,
    `Cue to phone: ${percentilesOf(cueToScreens(stats.cues, screens, 'phone'))}`,
    `Updates: ${updates.stage} to ${countScreens('stage')} projectors, ${updates.phone} to ${countScreens('phone')} phones, ` +
      `${updates.desk} to the desk; ${megabytes} MB in all`,
    ...promises.listHeld().map((sentence) => `  held      ${sentence}`),
    ...promises.listUnchecked().map((sentence) => `  unchecked ${sentence}`),
    ...broken.map(({ sentence, times, first }) => `  BROKEN    ${sentence}. ${times} times, first: ${first}`),
    broken.length === 0
      ? `All ${checkedCount} promises held, in ${promises.countChecks()} checks.`
      : `${broken.length} of ${checkedCount} promises were broken.`,
  ]
}

function percentilesOf(ms: number[]): string {
  const at = (share: number) => `${(percentile(ms, share) ?? 0).toFixed(1)} ms`
  return ms.length === 0 ? 'not measured' : `within ${at(0.5)} (p50), ${at(0.95)} (p95), ${at(0.99)} (p99)`
}

function cueToScreens(
  cues: { pressedAt: number; version: number }[],
  screens: Screen[],
  kind: Screen['kind'],
): number[] {
  const steady = screens.filter((screen) => screen.kind === kind && !screen.lostFeed())
  return cues.flatMap(({ pressedAt, version }) =>
    steady.flatMap((screen) => {
      const receivedAt = screen.receivedAt(version)
      return receivedAt === undefined || screen.firstUpdateAt() > pressedAt ? [] : [receivedAt - pressedAt]
    }),
  )
}
