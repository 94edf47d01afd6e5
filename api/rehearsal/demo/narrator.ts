import { plural } from '../../rules/words/plural.ts'
import type { Checks } from '../checks/checks.ts'
import type { Hall } from '../hall.ts'
import type { Part } from '../judges/cast.ts'
import type { Panel } from '../judges/panel.ts'
import type { Pace } from '../pace.ts'
import type { Room } from '../room.ts'
import type { Tell } from '../show.ts'

export type Telling = {
  checks: Checks
  hall: Hall
  panel: Panel
  pace: Pace
  parts: Part[]
  room: Room
  say: (line: string) => void
}

const late = ({ panel, parts }: Telling) => {
  const coming = parts.length - panel.seats.length
  if (coming === 0) return `All ${parts.length} judges are in.`
  const here = `${panel.seats.length} of ${parts.length} judges are in`
  return plural(coming, { one: `${here}, the last one comes late.`, other: `${here}, the others come late.` })
}

/** What is looked at as the show goes on, and what the made-up people do meanwhile. */
export function tellTo(telling: Telling): Tell {
  const { checks, hall, panel, parts, room, say } = telling
  const { entries } = hall
  return {
    async doorsOpen() {
      await checks.twoDesks()
      await checks.admission(parts.at(-1)!)
      await panel.comeIn(0)
      await checks.beforeTheirTurn()
      say(`The doors are open. ${late(telling)}`)
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
    ...theEnd(telling),
  }
}

/** What they do when others press: nobody here has a hand at the desk. */
export async function goAlong(telling: Telling): Promise<Tell> {
  const { checks, hall, panel, room, say } = telling
  const { entries } = hall
  const end = theEnd(telling)
  if (panel.seats.length === 0) {
    await panel.comeIn(0)
    say(`${late(telling)} The keys are yours: open the doors at the desk.`)
  }
  return {
    async doorsOpen() {
      say('The doors are open.')
    },
    async onStage({ team }) {
      say(`On stage: ${team}`)
      await checks.asOrganiser()
    },
    async turnOver({ id }) {
      const slot = entries.findIndex((entry) => entry.id === id) + 1
      await panel.comeIn(slot / entries.length)
      await panel.weather(slot / entries.length)
      await checks.asAnyone()
    },
    ...end,
    async closed() {
      // Whoever had no network has it back; what they tapped there came too late.
      await panel.weather(1)
      await end.closed?.()
    },
    async published() {
      await panel.weather(1)
      say(`The result is published, after ${room.stage.latest()?.reveal.of ?? 0} steps.`)
    },
  }
}

const theEnd = ({ checks, panel, pace, say }: Telling): Tell => ({
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
})
