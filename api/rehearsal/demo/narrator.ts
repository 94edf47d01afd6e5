import { plural } from '../../rules/words/plural.ts'
import type { Checks } from '../checks/checks.ts'
import type { Panel } from '../judges/panel.ts'
import type { JudgeProfile } from '../judges/profiles.ts'
import type { Pace } from '../pace.ts'
import type { RehearsalTarget } from '../rehearsal-target.ts'
import type { Room } from '../room.ts'
import type { ShowListener } from '../show.ts'

export type NarratorContext = {
  checks: Checks
  target: RehearsalTarget
  panel: Panel
  pace: Pace
  profiles: JudgeProfile[]
  room: Room
  log: (line: string) => void
}

const describeArrivals = ({ panel, profiles }: NarratorContext) => {
  const absentCount = profiles.length - panel.judges.length
  if (absentCount === 0) return `All ${profiles.length} judges are in.`
  const start = `${panel.judges.length} of ${profiles.length} judges are in`
  return plural(absentCount, { one: `${start}, the last one comes late.`, other: `${start}, the others come late.` })
}

export function createNarrator(context: NarratorContext): ShowListener {
  const { checks, target, panel, profiles, room, log } = context
  const { entries } = target
  return {
    async doorsOpen() {
      await checks.checkTwoDesks()
      await checks.checkAdmission(profiles.at(-1)!)
      await panel.joinUpTo(0)
      await checks.checkBallotBeforeTurn()
      log(`The doors are open. ${describeArrivals(context)}`)
    },
    async onStage({ slot }) {
      if (slot !== Math.ceil(entries.length / 2)) return
      await checks.checkPublicReads()
      await checks.checkOrganiserReads()
    },
    async turnEnded({ slot, team }) {
      const scoring = room.stage.latest()?.scoring
      log(`  ${String(slot).padStart(3)} of ${entries.length}  ${team}: ${scoring?.in} of ${scoring?.of} judges in`)
      await checks.checkStageCount()
      await panel.joinUpTo(slot / entries.length)
      await panel.changeNetworks(slot / entries.length)
    },
    async showcasePassed(share) {
      await panel.joinUpTo(share)
      await panel.changeNetworks(share)
      await checks.checkPublicReads()
      await checks.checkOrganiserReads()
      log(
        `  ${String(Math.round(share * 100)).padStart(3)} % of the showcase: ${panel.countFinished()} ballots are finished`,
      )
    },
    async closing() {
      await checks.checkStageCount()
      await checks.checkRepeats(true)
      checks.commentAtClose(entries.at(-1)!)
    },
    ...createEndNarrator(context),
  }
}

export async function createFollowingNarrator(context: NarratorContext): Promise<ShowListener> {
  const { checks, target, panel, room, log } = context
  const { entries } = target
  const end = createEndNarrator(context)
  if (panel.judges.length === 0) {
    await panel.joinUpTo(0)
    log(`${describeArrivals(context)} You press the keys: open the doors at the desk.`)
  }
  return {
    async doorsOpen() {
      log('The doors are open.')
    },
    async onStage({ team }) {
      log(`On stage: ${team}`)
      await checks.checkOrganiserReads()
    },
    async turnEnded({ id }) {
      const slot = entries.findIndex((entry) => entry.id === id) + 1
      await panel.joinUpTo(slot / entries.length)
      await panel.changeNetworks(slot / entries.length)
      await checks.checkPublicReads()
    },
    async showcasePassed(share) {
      await panel.joinUpTo(share)
      await panel.changeNetworks(share)
    },
    ...end,
    async closed() {
      // Judges who were offline reconnect; their late ballots are refused.
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
    await checks.checkAfterClose()
    await pace.waitUntil(panel.isDone, 60)
    await checks.checkRepeats(false)
    await checks.checkPublicReads()
    await checks.checkCountedBallots()
    log('Scoring has closed. The reveal:')
  },
  async revealing() {
    await checks.checkPublicReads()
  },
  async stepShown({ reveal }) {
    await checks.checkPublicReads()
    log(`  step ${reveal.step} of ${reveal.of} is shown`)
  },
})
