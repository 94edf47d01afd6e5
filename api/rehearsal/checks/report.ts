import type { RehearsalReport } from '../../schema/rehearsal.ts'
import type { Rehearsal } from '../rehearse.ts'
import type { Screen } from '../screen.ts'
import { percentile } from './run-stats.ts'

/** What was put to the test, for a page to tell. */
export function reportOf({ notebook, seconds }: Rehearsal): RehearsalReport {
  const { promises, taps, dropped } = notebook
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

/** What was seen, in plain lines. */
export function reportLines({ notebook, room, panel, seconds }: Rehearsal): string[] {
  const { promises, updates } = notebook
  const screens = [...room.all, ...panel.seats.map((seat) => seat.screen)]
  const told = (kind: Screen['kind']) => screens.filter((screen) => screen.kind === kind).length
  const megabytes = (notebook.updateBytes / 1_000_000).toFixed(1)
  const broken = promises.broken()
  const all = promises.kept().length + broken.length
  return [
    `Played in ${seconds.toFixed(1)} s.`,
    `Ballots: ${notebook.taps} taps, sent ${notebook.sent} times, ${notebook.dropped} answers lost on purpose, ` +
      `${notebook.acknowledged} acknowledged, ${notebook.refused} refused as scoring closed. Acknowledged ${within(notebook.ballotMs)}`,
    `Cues: ${notebook.cues.length}. Answered ${within(notebook.cues.map((cue) => cue.tookMs))}`,
    `Cue to projector: ${within(cueToScreens(notebook.cues, screens, 'stage'))}`,
    `Cue to phone: ${within(cueToScreens(notebook.cues, screens, 'phone'))}`,
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
      const knewAt = screen.knewAt(version)
      return knewAt === undefined || screen.openedAt() > pressedAt ? [] : [knewAt - pressedAt]
    }),
  )
}
