import { ask } from '../../../web/core/api.ts'
import type { Judge } from '../../schema/judge.ts'
import { isRefusal } from '../api-client.ts'
import { createRunStats } from '../checks/run-stats.ts'
import { createPanel, type Panel } from '../judges/panel.ts'
import { createProfiles } from '../judges/profiles.ts'
import { createOperator } from '../operator.ts'
import { createPace, type Pace } from '../pace.ts'
import { createTarget, type RehearsalTarget } from '../rehearsal-target.ts'
import { openRoom } from '../room.ts'
import { playShow, type ShowListener } from '../show.ts'
import { createUpdateMonitor } from '../update-monitor.ts'
import { sampleEntries, samplePanel } from './sample-event.ts'

export type Demo = { target: RehearsalTarget; visitorKey: string; play(): Promise<void> }

type DemoOptions = { url: string; key: string; speed: number; signal: AbortSignal; log: (line: string) => void }

const joinSeconds = 45

export async function openDemo({ url, key, speed, signal, log }: DemoOptions): Promise<Demo> {
  const startsAt = new Date(Date.now() + (joinSeconds * 1000) / speed).toISOString()
  const target = await createTarget({ url, key, entries: sampleEntries.length, speed, startsAt })
  const visitorKey = await addVisitorJudge(target)
  const pace = createPace(speed, signal)
  const stats = createRunStats()
  const operator = createOperator(target, stats)
  const monitor = createUpdateMonitor(stats, operator, () => [])
  // A new seed for each demo, so that the judges mark differently every time.
  const seed = Math.floor(Math.random() * 1_000_000)
  const profiles = createProfiles(samplePanel.length, seed)
  const panel = createPanel({ target, profiles, seed, pace, stats, monitor, dropShare: 0 })

  async function play(): Promise<void> {
    const { panelHasScored } = await openRoom(target, monitor, pace)
    const listener = createDemoListener(panel, pace, target.entries.length, log)
    const { entries, times } = target
    try {
      await playShow({
        operator,
        pace,
        entries,
        times,
        anyOrder: false,
        joinSeconds,
        panelHasScored,
        panelIsDone: panel.isDone,
        listener,
      })
    } catch (failure) {
      if (!isRefusal(failure)) throw failure
      log(`The desk is yours now (“${failure.message}”). The made-up judges continue to score.`)
    }
  }
  return { target, visitorKey, play }
}

/** Marked away, so that nobody waits for the visitor. */
async function addVisitorJudge({ event, organiser }: RehearsalTarget): Promise<string> {
  const visitor = { name: 'A visitor', role: 'Trying it out' }
  const { slug } = event
  const { judges } = organiser.api.events[':slug']
  const { judge, judgeKey } = await ask<{ judge: Judge; judgeKey: string }>(
    judges.$post({ param: { slug }, json: visitor }),
  )
  await ask(judges[':id'].away.$post({ param: { slug, id: judge.id } }))
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
