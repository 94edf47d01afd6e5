import { plural } from '../../rules/words/plural.ts'
import type { Checks } from '../checks/checks.ts'
import type { Part } from '../judges/cast.ts'
import type { Panel } from '../judges/panel.ts'
import type { Pace } from '../pace.ts'
import type { RehearsalTarget } from '../rehearsal-target.ts'
import type { Room } from '../room.ts'
import type { ShowListener } from '../show.ts'

export type NarratorContext = {
  checks: Checks
  target: RehearsalTarget
  panel: Panel
  pace: Pace
  parts: Part[]
  room: Room
  log: (line: string) => void
}

const late = ({ panel, parts }: NarratorContext) => {
  const coming = parts.length - panel.seats.length
  if (coming === 0) return `All ${parts.length} judges are in.`
  const here = `${panel.seats.length} of ${parts.length} judges are in`
  return plural(coming, { one: `${here}, the last one comes late.`, other: `${here}, the others come late.` })
}

/** Runs the checks and moves the judges as the show goes on, and logs each step. */
export function createNarrator(context: NarratorContext): ShowListener {
  const { checks, target, panel, parts, room, log } = context
  const { entries } = target
  return {
    async doorsOpen() {
      await checks.twoDesks()
      await checks.admission(parts.at(-1)!)
      await panel.joinUpTo(0)
      await checks.beforeTheirTurn()
      log(`The doors are open. ${late(context)}`)
    },
    async onStage({ slot }) {
      if (slot !== Math.ceil(entries.length / 2)) return
      await checks.asAnyone()
      await checks.asOrganiser()
    },
    async turnEnded({ slot, team }) {
      const scoring = room.stage.latest()?.scoring
      log(`  ${String(slot).padStart(3)} of ${entries.length}  ${team}: ${scoring?.in} of ${scoring?.of} judges in`)
      await checks.countOnStage()
      await panel.joinUpTo(slot / entries.length)
      await panel.changeNetworks(slot / entries.length)
    },
    async closing() {
      await checks.countOnStage()
      await checks.sendAgain(true)
      checks.tapAtTheClose(entries.at(-1)!)
    },
    ...createEndNarrator(context),
  }
}

/** The same for a show that others run. */
export async function createFollowingNarrator(context: NarratorContext): Promise<ShowListener> {
  const { checks, target, panel, room, log } = context
  const { entries } = target
  const end = createEndNarrator(context)
  if (panel.seats.length === 0) {
    await panel.joinUpTo(0)
    log(`${late(context)} The keys are yours: open the doors at the desk.`)
  }
  return {
    async doorsOpen() {
      log('The doors are open.')
    },
    async onStage({ team }) {
      log(`On stage: ${team}`)
      await checks.asOrganiser()
    },
    async turnEnded({ id }) {
      const slot = entries.findIndex((entry) => entry.id === id) + 1
      await panel.joinUpTo(slot / entries.length)
      await panel.changeNetworks(slot / entries.length)
      await checks.asAnyone()
    },
    ...end,
    async closed() {
      // Whoever had no network has it back; what they tapped there came too late.
      await panel.changeNetworks(1)
      await end.closed?.()
    },
    async published() {
      await panel.changeNetworks(1)
      log(`The result is published, after ${room.stage.latest()?.reveal.of ?? 0} steps.`)
    },
  }
}

const createEndNarrator = ({ checks, panel, pace, log }: NarratorContext): ShowListener => ({
  async closed() {
    await checks.afterClose()
    await pace.waitUntil(panel.isDone, 60)
    await checks.sendAgain(false)
    await checks.asAnyone()
    await checks.countedBallots()
    log('Scoring has closed. The reveal:')
  },
  async revealing() {
    await checks.asAnyone()
  },
  async stepShown({ reveal }) {
    await checks.asAnyone()
    log(`  step ${reveal.step} of ${reveal.of} is shown`)
  },
})
