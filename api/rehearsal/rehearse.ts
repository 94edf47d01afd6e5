import { isRefusal } from './caller.ts'
import { checkAfterShow, checkResult } from './checks/after-show.ts'
import { makeChecks } from './checks/checks.ts'
import { makeNotebook, type Notebook } from './checks/run-stats.ts'
import { goAlong, type Telling, tellTo } from './demo/narrator.ts'
import { followShow } from './follow-show.ts'
import { type Hall, openHall } from './hall.ts'
import { castPanel, type Part } from './judges/cast.ts'
import { makePanel, type Panel } from './judges/panel.ts'
import { makeOperator } from './operator.ts'
import { makePace, type Pace } from './pace.ts'
import { openRoom, type Room } from './room.ts'
import { playShow, type ShowTools } from './show.ts'
import { makeWatch } from './watch.ts'

export type Wanted = {
  url: string
  key: string
  judges: number
  entries: number
  /** 1 as slowly as in a hall, 20 twenty times as fast. */
  speed: number
  seed: number
  name?: string
  signal: AbortSignal
  say: (line: string) => void
}

/** Who presses the keys: this engine alone; this engine until somebody takes over; or somebody else from the start. */
export type Keys = 'own' | 'shared' | 'others'

/** What was seen, and how long it took. */
export type Rehearsal = { hall: Hall; notebook: Notebook; room: Room; panel: Panel; seconds: number }

const dropShare = 0.08
const secondsToComeIn = 12

/** Plays a whole show against a server, through its public API alone, and puts its promises to the test. */
export async function rehearse(wanted: Wanted): Promise<Rehearsal> {
  const { seed, say } = wanted
  const hall = await openHall(wanted)
  say(`Playing “${hall.event.name}” at ${hall.url}/e/${hall.event.slug}`)
  const pace = makePace(wanted.speed, wanted.signal)
  return playIn(hall, { parts: castPanel(wanted.judges, seed), seed, pace, say, keys: 'own' })
}

type Playing = { parts: Part[]; seed: number; pace: Pace; say: (line: string) => void; keys: Keys }

/** The same in a hall that is open already. */
export async function playIn(hall: Hall, { parts, seed, pace, say, keys }: Playing): Promise<Rehearsal> {
  const startedAt = performance.now()
  const notebook = makeNotebook()
  const own = makeOperator(hall, notebook)
  // Where others press too, nobody here can say how much the room was meant to be shown.
  const operator = keys === 'own' ? own : { ...own, mostShown: () => Number.POSITIVE_INFINITY }
  const watch = makeWatch(notebook, operator, () => parts.map((part) => part.name))
  const panel = makePanel({ hall, parts, seed, pace, notebook, watch, dropShare })
  const checks = makeChecks({ hall, panel, operator, notebook, watch })
  await checks.beforeDoors()
  const room = await openRoom(hall, watch, pace)
  const screens = () => [...room.all, ...panel.seats.map((seat) => seat.screen)]
  const telling: Telling = { checks, hall, panel, pace, parts, room, say }
  try {
    const { entries, times } = hall
    const { panelIsIn } = room
    const tell = tellTo(telling)
    const show = { operator, pace, entries, times, secondsToComeIn, panelIsIn, panelIsDone: panel.isDone, tell }
    const published = await playBy(keys, show, telling, notebook)
    await checkAfterShow({ hall, panel, operator, notebook, watch }, screens(), pace)
    if (published) await checkResult({ hall, panel, operator, notebook, watch })
  } finally {
    for (const screen of screens()) screen.close()
  }
  return { hall, notebook, room, panel, seconds: (performance.now() - startedAt) / 1000 }
}

/** Tells whether it came to the published result. */
async function playBy(keys: Keys, show: ShowTools, telling: Telling, notebook: Notebook): Promise<boolean> {
  if (keys === 'others') await followShow(await goAlong(telling), telling)
  else
    try {
      await playShow(show)
    } catch (failure) {
      if (!isRefusal(failure)) throw failure
      if (keys === 'own') {
        // What was promised so far is looked at all the same: the ballots have to be there.
        notebook.promises.check('answered', false, () => `the show stopped at “${failure.message}”`)
        return false
      }
      telling.say(`The keys are yours now (“${failure.message}”). The made-up judges go on scoring.`)
      await followShow(await goAlong(telling), telling)
    }
  return true
}
