import { isRefusal } from './api-client.ts'
import { checkAfterShow, checkResult } from './checks/after-show.ts'
import { createChecks } from './checks/checks.ts'
import { createRunStats, type RunStats } from './checks/run-stats.ts'
import { createFollowingNarrator, createNarrator, type NarratorContext } from './demo/narrator.ts'
import { followShow } from './follow-show.ts'
import { createPanel, type Panel } from './judges/panel.ts'
import { createProfiles, type JudgeProfile } from './judges/profiles.ts'
import { createOperator } from './operator.ts'
import { createPace, type Pace } from './pace.ts'
import { createTarget, type RehearsalTarget } from './rehearsal-target.ts'
import { openRoom, type Room } from './room.ts'
import { playShow, type ShowTools } from './show.ts'
import { createUpdateMonitor } from './update-monitor.ts'

export type RehearsalOptions = {
  url: string
  key: string
  judges: number
  entries: number
  /** Applies to a new event; an organiser's own event keeps its setting. */
  anyOrder?: boolean
  speed: number
  seed: number
  name?: string
  signal: AbortSignal
  log: (line: string) => void
}

/** Who presses the cues: this program alone; this program until somebody takes over; somebody else from the start. */
export type Control = 'own' | 'shared' | 'others'

export type Rehearsal = { target: RehearsalTarget; stats: RunStats; room: Room; panel: Panel; seconds: number }

const dropShare = 0.08
const joinSeconds = 12

export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { seed, log } = options
  const target = await createTarget(options)
  log(`Playing “${target.event.name}” at ${target.url}/e/${target.event.slug}`)
  const pace = createPace(options.speed, options.signal)
  return playEvent(target, { profiles: createProfiles(options.judges, seed), seed, pace, log, control: 'own' })
}

type PlayOptions = { profiles: JudgeProfile[]; seed: number; pace: Pace; log: (line: string) => void; control: Control }

export async function playEvent(
  target: RehearsalTarget,
  { profiles, seed, pace, log, control }: PlayOptions,
): Promise<Rehearsal> {
  const startedAt = performance.now()
  const stats = createRunStats()
  const ownOperator = createOperator(target, stats)
  // When others press too, this program cannot count the shown steps.
  const operator = control === 'own' ? ownOperator : { ...ownOperator, maxShownSteps: () => Number.POSITIVE_INFINITY }
  const monitor = createUpdateMonitor(stats, operator, () => profiles.map((profile) => profile.name))
  const panel = createPanel({ target, profiles, seed, pace, stats, monitor, dropShare })
  const checks = createChecks({ target, panel, operator, stats, monitor })
  await checks.checkSealedBeforeDoors()
  const room = await openRoom(target, monitor, pace)
  const screens = () => [...room.screens, ...panel.judges.map((judge) => judge.screen)]
  const context: NarratorContext = { checks, target, panel, pace, profiles, room, log }
  try {
    const { entries, times, event } = target
    const { panelHasScored } = room
    const listener = createNarrator(context)
    const anyOrder = event.scoring === 'any-order'
    const tools = { operator, pace, entries, times, anyOrder, joinSeconds, panelHasScored, listener }
    const show = { ...tools, panelIsDone: panel.isDone }
    const published = await runShow(control, show, context, stats)
    await checkAfterShow({ target, panel, operator, stats, monitor }, screens(), pace)
    if (published) await checkResult({ target, panel, operator, stats, monitor })
  } finally {
    for (const screen of screens()) screen.close()
  }
  return { target, stats, room, panel, seconds: (performance.now() - startedAt) / 1000 }
}

async function runShow(control: Control, show: ShowTools, context: NarratorContext, stats: RunStats): Promise<boolean> {
  if (control === 'others') await followShow(await createFollowingNarrator(context), context)
  else
    try {
      await playShow(show)
    } catch (failure) {
      if (!isRefusal(failure)) throw failure
      if (control === 'own') {
        // The checks after the show still run: every acknowledged ballot must be stored.
        stats.promises.check('answered', false, () => `the show stopped at “${failure.message}”`)
        return false
      }
      context.log(`You press the keys now (“${failure.message}”). The made-up judges continue to score.`)
      await followShow(await createFollowingNarrator(context), context)
    }
  return true
}
