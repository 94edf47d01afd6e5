import type { Judge } from '../../schema/judge.ts'
import { isRefusal } from '../caller.ts'
import { createRunStats } from '../checks/run-stats.ts'
import { castPanel } from '../judges/cast.ts'
import { makePanel, type Panel } from '../judges/panel.ts'
import { makeOperator } from '../operator.ts'
import { makePace, type Pace } from '../pace.ts'
import { createTarget, type RehearsalTarget } from '../rehearsal-target.ts'
import { openRoom } from '../room.ts'
import { playShow, type ShowListener } from '../show.ts'
import { createUpdateMonitor } from '../update-monitor.ts'
import { sampleEntries, samplePanel } from './sample-event.ts'

export type Demo = { target: RehearsalTarget; guestKey: string; play(): Promise<void> }

type DemoOptions = { url: string; key: string; speed: number; signal: AbortSignal; log: (line: string) => void }

const joinSeconds = 45

/** The sample event, ready to be watched: eight teams, six made-up judges, and a place on the panel for whoever tries it. */
export async function openDemo({ url, key, speed, signal, log }: DemoOptions): Promise<Demo> {
  const startsAt = new Date(Date.now() + (joinSeconds * 1000) / speed).toISOString()
  const target = await createTarget({ url, key, entries: sampleEntries.length, speed, startsAt })
  const guestKey = await inviteGuest(target)
  const pace = makePace(speed, signal)
  const stats = createRunStats()
  const operator = makeOperator(target, stats)
  const monitor = createUpdateMonitor(stats, operator, () => [])
  // A new show each time: these judges need not mark as they did yesterday.
  const seed = Math.floor(Math.random() * 1_000_000)
  const parts = castPanel(samplePanel.length, seed)
  const panel = makePanel({ target, parts, seed, pace, stats, monitor, dropShare: 0 })

  async function play(): Promise<void> {
    const { panelIsIn } = await openRoom(target, monitor, pace)
    const listener = createDemoListener(panel, pace, target.entries.length, log)
    const { entries, times } = target
    try {
      await playShow({ operator, pace, entries, times, joinSeconds, panelIsIn, panelIsDone: panel.isDone, listener })
    } catch (failure) {
      if (!isRefusal(failure)) throw failure
      log(`The desk is yours now (“${failure.message}”). The made-up judges go on scoring.`)
    }
  }
  return { target, guestKey, play }
}

/** A guest may score with the others, but nobody waits for one. */
async function inviteGuest({ event, organiser }: RehearsalTarget): Promise<string> {
  const guest = { name: 'A guest', role: 'Trying it out' }
  const { judge, judgeKey } = await organiser.post<{ judge: Judge; judgeKey: string }>(
    `/events/${event.slug}/judges`,
    guest,
  )
  await organiser.post(`/events/${event.slug}/judges/${judge.id}/away`)
  return judgeKey
}

function createDemoListener(panel: Panel, pace: Pace, of: number, log: (line: string) => void): ShowListener {
  return {
    async doorsOpen() {
      log('The doors are open. The first team is called in a moment.')
      await pace.wait(8)
      await panel.joinUpTo(0)
    },
    async onStage({ slot, team }) {
      log(`On stage, ${slot} of ${of}: ${team}`)
    },
    async breakStarted() {
      log('A break.')
    },
    async turnEnded({ slot }) {
      await panel.joinUpTo(slot / of)
      await panel.changeNetworks(slot / of)
    },
    async closed() {
      log('Scoring has closed. The judges are deciding.')
      await pace.wait(6)
    },
    async stepShown({ reveal }) {
      log(`Shown: step ${reveal.step} of ${reveal.of}`)
    },
    async published() {
      log('The result is published: the room’s page shows it. Press Ctrl-C to stop; start again for a fresh event.')
    },
  }
}
