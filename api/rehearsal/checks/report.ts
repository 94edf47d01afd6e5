import type { RehearsalReport } from '../../schema/rehearsal.ts'
import type { Rehearsal } from '../rehearse.ts'
import type { Screen } from '../screen.ts'
import { percentile } from './run-stats.ts'

export function reportOf({ stats, seconds }: Rehearsal): RehearsalReport {
  const { promises, taps, dropped } = stats
  return {
    seconds: Math.round(seconds),
    tests: promises.tests(),
    kept: promises.kept(),
    untried: promises.untried(),
    broken: promises.broken(),
    taps,
    lostAnswers: dropped,
  }
}

export function reportLines({ stats, room, panel, seconds }: Rehearsal): string[] {
  const { promises, updates } = stats
  const screens = [...room.all, ...panel.seats.map((seat) => seat.screen)]
  const told = (kind: Screen['kind']) => screens.filter((screen) => screen.kind === kind).length
  const megabytes = (stats.updateBytes / 1_000_000).toFixed(1)
  const broken = promises.broken()
  const all = promises.kept().length + broken.length
  return [
    `Played in ${seconds.toFixed(1)} s.`,
    `Ballots: ${stats.taps} taps, sent ${stats.sent} times, ${stats.dropped} answers lost on purpose, ` +
      `${stats.acknowledged} acknowledged, ${stats.refused} refused as scoring closed. Acknowledged ${within(stats.ballotMs)}`,
    `Cues: ${stats.cues.length}. Answered ${within(stats.cues.map((cue) => cue.tookMs))}`,
    `Cue to projector: ${within(cueToScreens(stats.cues, screens, 'stage'))}`,
    `Cue to phone: ${within(cueToScreens(stats.cues, screens, 'phone'))}`,
    `Updates: ${updates.stage} to ${told('stage')} projectors, ${updates.phone} to ${told('phone')} phones, ` +
      `${updates.desk} to the desk; ${megabytes} MB in all`,
    ...promises.kept().map((sentence) => `  kept      ${sentence}`),
    ...promises.untried().map((sentence) => `  not tried ${sentence}`),
    ...broken.map(({ sentence, times, first }) => `  BROKEN    ${sentence}. ${times} times, first: ${first}`),
    broken.length === 0
      ? `All ${all} promises were kept, put to the test ${promises.tests()} times.`
      : `${broken.length} of ${all} promises were broken.`,
  ]
}

function within(ms: number[]): string {
  const at = (share: number) => `${(percentile(ms, share) ?? 0).toFixed(1)} ms`
  return ms.length === 0 ? 'not measured' : `within ${at(0.5)} (p50), ${at(0.95)} (p95), ${at(0.99)} (p99)`
}

/** From the press to each screen that never lost its feed. */
function cueToScreens(
  cues: { pressedAt: number; version: number }[],
  screens: Screen[],
  kind: Screen['kind'],
): number[] {
  const steady = screens.filter((screen) => screen.kind === kind && !screen.wasAway())
  return cues.flatMap(({ pressedAt, version }) =>
    steady.flatMap((screen) => {
      const knewAt = screen.receivedAt(version)
      return knewAt === undefined || screen.firstUpdateAt() > pressedAt ? [] : [knewAt - pressedAt]
    }),
  )
}
