import { isRefusal } from './caller.ts'
import { checkAfterShow, checkResult } from './checks/after-show.ts'
import { makeChecks } from './checks/checks.ts'
import { createRunStats, type RunStats } from './checks/run-stats.ts'
import { createFollowingNarrator, createNarrator, type NarratorContext } from './demo/narrator.ts'
import { followShow } from './follow-show.ts'
import { castPanel, type Part } from './judges/cast.ts'
import { makePanel, type Panel } from './judges/panel.ts'
import { makeOperator } from './operator.ts'
import { makePace, type Pace } from './pace.ts'
import { createTarget, type RehearsalTarget } from './rehearsal-target.ts'
import { openRoom, type Room } from './room.ts'
import { playShow, type ShowTools } from './show.ts'
import { createUpdateMonitor } from './update-monitor.ts'

export type RehearsalOptions = {
  url: string
  key: string
  judges: number
  entries: number
  /** 20: twenty times as fast as a real show. */
  speed: number
  seed: number
  name?: string
  signal: AbortSignal
  log: (line: string) => void
}

/** Who presses the keys: this engine alone; this engine until somebody takes over; or somebody else from the start. */
export type Keys = 'own' | 'shared' | 'others'

export type Rehearsal = { target: RehearsalTarget; stats: RunStats; room: Room; panel: Panel; seconds: number }

const dropShare = 0.08
const joinSeconds = 12

/** Plays a whole show against a server, through its public API alone, and puts its promises to the test. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { seed, log } = options
  const target = await createTarget(options)
  log(`Playing “${target.event.name}” at ${target.url}/e/${target.event.slug}`)
  const pace = makePace(options.speed, options.signal)
  return playIn(target, { parts: castPanel(options.judges, seed), seed, pace, log, keys: 'own' })
}

type Playing = { parts: Part[]; seed: number; pace: Pace; log: (line: string) => void; keys: Keys }

export async function playIn(target: RehearsalTarget, { parts, seed, pace, log, keys }: Playing): Promise<Rehearsal> {
  const startedAt = performance.now()
  const stats = createRunStats()
  const own = makeOperator(target, stats)
  // When others press too, the number of uncovered steps is unknown here.
  const operator = keys === 'own' ? own : { ...own, mostShown: () => Number.POSITIVE_INFINITY }
  const monitor = createUpdateMonitor(stats, operator, () => parts.map((part) => part.name))
  const panel = makePanel({ target, parts, seed, pace, stats, monitor, dropShare })
  const checks = makeChecks({ target, panel, operator, stats, monitor })
  await checks.beforeDoors()
  const room = await openRoom(target, monitor, pace)
  const screens = () => [...room.all, ...panel.seats.map((seat) => seat.screen)]
  const context: NarratorContext = { checks, target, panel, pace, parts, room, log }
  try {
    const { entries, times } = target
    const { panelIsIn } = room
    const listener = createNarrator(context)
    const show = { operator, pace, entries, times, joinSeconds, panelIsIn, panelIsDone: panel.isDone, listener }
    const published = await playBy(keys, show, context, stats)
    await checkAfterShow({ target, panel, operator, stats, monitor }, screens(), pace)
    if (published) await checkResult({ target, panel, operator, stats, monitor })
  } finally {
    for (const screen of screens()) screen.close()
  }
  return { target, stats, room, panel, seconds: (performance.now() - startedAt) / 1000 }
}

/** Resolves with whether the result was published. */
async function playBy(keys: Keys, show: ShowTools, context: NarratorContext, stats: RunStats): Promise<boolean> {
  if (keys === 'others') await followShow(await createFollowingNarrator(context), context)
  else
    try {
      await playShow(show)
    } catch (failure) {
      if (!isRefusal(failure)) throw failure
      if (keys === 'own') {
        // The checks after the show still run: the ballots must be there.
        stats.promises.check('answered', false, () => `the show stopped at “${failure.message}”`)
        return false
      }
      context.log(`The keys are yours now (“${failure.message}”). The made-up judges go on scoring.`)
      await followShow(await createFollowingNarrator(context), context)
    }
  return true
}
