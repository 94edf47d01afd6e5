import { checkAfterShow, checkResult } from './after-show.ts'
import { Refused } from './caller.ts'
import { castPanel, type Part } from './cast.ts'
import { type Checks, makeChecks } from './checks.ts'
import { type Hall, openHall } from './hall.ts'
import { makeNotebook, type Notebook } from './notebook.ts'
import { makeOperator } from './operator.ts'
import { makePace, type Pace } from './pace.ts'
import { makePanel, type Panel } from './panel.ts'
import { openRoom, type Room } from './room.ts'
import { playShow, type Tell } from './show.ts'
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

/** What was seen, and how long it took. */
export type Rehearsal = { hall: Hall; notebook: Notebook; room: Room; panel: Panel; seconds: number }

const dropShare = 0.08
const secondsToComeIn = 12

/** Plays a whole show against a server, through its public API alone, and puts its promises to the test. */
export async function rehearse(wanted: Wanted): Promise<Rehearsal> {
  const startedAt = performance.now()
  const { seed, say } = wanted
  const hall = await openHall(wanted)
  say(`Playing “${hall.event.name}” at ${hall.url}/e/${hall.event.slug}`)
  const parts = castPanel(wanted.judges, seed)
  const pace = makePace(wanted.speed, wanted.signal)
  const notebook = makeNotebook()
  const operator = makeOperator(hall, notebook)
  const watch = makeWatch(notebook, operator, () => parts.map((part) => part.name))
  const panel = makePanel({ hall, parts, seed, pace, notebook, watch, dropShare })
  const checks = makeChecks({ hall, panel, operator, notebook, watch })
  await checks.beforeDoors()
  const room = await openRoom(hall, watch, pace)
  const screens = () => [...room.all, ...panel.seats.map((seat) => seat.screen)]
  try {
    const tell = tellTo({ checks, hall, panel, pace, parts, room, say })
    const { panelIsIn } = room
    const { entries } = hall
    const show = { operator, pace, entries, secondsToComeIn, panelIsIn, panelIsDone: panel.isDone, tell }
    const published = await playShow(show).then(
      () => true,
      (failure) => {
        // What was promised so far is looked at all the same: the ballots have to be there.
        if (!(failure instanceof Refused)) throw failure
        notebook.promises.check('answered', false, () => `the show stopped at “${failure.message}”`)
        return false
      },
    )
    await checkAfterShow({ hall, panel, operator, notebook, watch }, screens(), pace)
    if (published) await checkResult({ hall, panel, operator, notebook, watch })
  } finally {
    for (const screen of screens()) screen.close()
  }
  return { hall, notebook, room, panel, seconds: (performance.now() - startedAt) / 1000 }
}

type Tools = {
  checks: Checks
  hall: Hall
  panel: Panel
  pace: Pace
  parts: Part[]
  room: Room
  say: (line: string) => void
}

/** What is looked at as the show goes on, and what the made-up people do meanwhile. */
function tellTo({ checks, hall, panel, pace, parts, room, say }: Tools): Tell {
  const { entries } = hall
  return {
    async doorsOpen() {
      await checks.twoDesks()
      await checks.admission(parts.at(-1)!)
      await panel.comeIn(0)
      await checks.beforeTheirTurn()
      say(`The doors are open. ${panel.seats.length} of ${parts.length} judges are in, the others come late.`)
    },
    async onStage({ slot }) {
      if (slot !== Math.ceil(entries.length / 2)) return
      await checks.asAnyone()
      await checks.asOrganiser()
    },
    async turnOver({ slot, team }) {
      const scoring = room.stage.latest()?.scoring
      say(`  ${String(slot).padStart(3)} of ${entries.length}  ${team}: ${scoring?.in} of ${scoring?.of} judges in`)
      await checks.countOnStage()
      await panel.comeIn(slot / entries.length)
      await panel.weather(slot / entries.length)
    },
    async closing() {
      await checks.countOnStage()
      await checks.sendAgain(true)
      checks.tapAtTheClose(entries.at(-1)!)
    },
    async closed() {
      await checks.afterClose()
      await pace.waitUntil(panel.isDone, 60)
      await checks.sendAgain(false)
      await checks.asAnyone()
      await checks.countedBallots()
      say('Scoring has closed. The reveal:')
    },
    async revealing() {
      await checks.asAnyone()
    },
    async shown({ reveal }) {
      await checks.asAnyone()
      say(`  step ${reveal.step} of ${reveal.of} is shown`)
    },
  }
}
