import type { Judge } from '../../schema/judge.ts'
import { isRefusal } from '../caller.ts'
import { makeNotebook } from '../checks/run-stats.ts'
import { type Hall, openHall } from '../hall.ts'
import { castPanel } from '../judges/cast.ts'
import { makePanel, type Panel } from '../judges/panel.ts'
import { makeOperator } from '../operator.ts'
import { makePace, type Pace } from '../pace.ts'
import { openRoom } from '../room.ts'
import { playShow, type Tell } from '../show.ts'
import { makeWatch } from '../watch.ts'
import { sampleEntries, samplePanel } from './sample-event.ts'

export type Demo = { hall: Hall; guestKey: string; play(): Promise<void> }

type Wanted = { url: string; key: string; speed: number; signal: AbortSignal; say: (line: string) => void }

const secondsToComeIn = 45

/** The sample event, ready to be watched: eight teams, six made-up judges, and a place on the panel for whoever tries it. */
export async function openDemo({ url, key, speed, signal, say }: Wanted): Promise<Demo> {
  const startsAt = new Date(Date.now() + (secondsToComeIn * 1000) / speed).toISOString()
  const hall = await openHall({ url, key, entries: sampleEntries.length, speed, startsAt })
  const guestKey = await inviteGuest(hall)
  const pace = makePace(speed, signal)
  const notebook = makeNotebook()
  const operator = makeOperator(hall, notebook)
  const watch = makeWatch(notebook, operator, () => [])
  // A new show each time: these judges need not mark as they did yesterday.
  const seed = Math.floor(Math.random() * 1_000_000)
  const parts = castPanel(samplePanel.length, seed)
  const panel = makePanel({ hall, parts, seed, pace, notebook, watch, dropShare: 0 })

  async function play(): Promise<void> {
    const { panelIsIn } = await openRoom(hall, watch, pace)
    const tell = tellTo(panel, pace, hall.entries.length, say)
    const { entries, times } = hall
    try {
      await playShow({ operator, pace, entries, times, secondsToComeIn, panelIsIn, panelIsDone: panel.isDone, tell })
    } catch (failure) {
      if (!isRefusal(failure)) throw failure
      say(`The desk is yours now (“${failure.message}”). The made-up judges go on scoring.`)
    }
  }
  return { hall, guestKey, play }
}

/** A guest may score with the others, but nobody waits for one. */
async function inviteGuest({ event, organiser }: Hall): Promise<string> {
  const guest = { name: 'A guest', role: 'Trying it out' }
  const { judge, judgeKey } = await organiser.post<{ judge: Judge; judgeKey: string }>(
    `/events/${event.slug}/judges`,
    guest,
  )
  await organiser.post(`/events/${event.slug}/judges/${judge.id}/away`)
  return judgeKey
}

function tellTo(panel: Panel, pace: Pace, of: number, say: (line: string) => void): Tell {
  return {
    async doorsOpen() {
      say('The doors are open. The first team is called in a moment.')
      await pace.wait(8)
      await panel.comeIn(0)
    },
    async onStage({ slot, team }) {
      say(`On stage, ${slot} of ${of}: ${team}`)
    },
    async pause() {
      say('A break.')
    },
    async turnOver({ slot }) {
      await panel.comeIn(slot / of)
      await panel.weather(slot / of)
    },
    async closed() {
      say('Scoring has closed. The judges are deciding.')
      await pace.wait(6)
    },
    async shown({ reveal }) {
      say(`Shown: step ${reveal.step} of ${reveal.of}`)
    },
    async published() {
      say('The result is published: the room’s page shows it. Press Ctrl-C to stop; start again for a fresh event.')
    },
  }
}
