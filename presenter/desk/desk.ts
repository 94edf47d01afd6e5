import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Cue } from '../../api/schema/cue.ts'
import type { PanelMember, StageSnapshot } from '../../api/schema/stage.ts'
import { api, ask, Problem } from '../../web/client/api.ts'
import { makeClock } from '../../web/client/clock.ts'
import { createFeed } from '../../web/client/feed.ts'
import { createNow } from '../../web/client/frame.ts'
import { toggleFullScreen } from '../parts/full-screen.ts'
import { createProgramme } from '../parts/programme.ts'
import { type Answer, answer } from './answer.ts'
import type { Press } from './key-map.ts'
import { createNotice } from './notice.ts'
import { createTimes } from './times.ts'

const holdMs = 6000
const patienceMs = 5000

export type Tray = 'message' | 'break' | undefined
export type Desk = ReturnType<typeof createDesk>

const newest = (a?: StageSnapshot, b?: StageSnapshot) =>
  !a || (b && (b.version > a.version || (b.version === a.version && b.now > a.now))) ? b : a

/** Everything the operator's screen knows and can do. Every cue carries the version it was pressed against. */
export function createDesk(slug: string) {
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(slug, { as: 'organiser' })
  const [answered, setAnswered] = createSignal<StageSnapshot>()
  const stage = createMemo(() => newest(feed.stage(), answered()))
  const programme = createProgramme(slug, stage)
  const { notice, say, clear } = createNotice()
  const [busy, setBusy] = createSignal(false)
  const [tray, setTray] = createSignal<Tray>()
  const [keysShown, showKeys] = createSignal(false)
  const [chosenId, choose] = createSignal<string>()
  let held: { picture: string; untilMs: number } | undefined

  // Kept by id: a line that is open, or a question that is asked, outlives the next update.
  const [seats, setSeats] = createStore<{ panel: PanelMember[] }>({ panel: [] })
  createEffect(() => setSeats('panel', reconcile(feed.desk()?.panel ?? [])))
  const panel = () => seats.panel
  const missing = createMemo(() =>
    stage()?.onStage
      ? panel()
          .filter((judge) => judge.status === 'admitted' && !judge.away && !judge.in)
          .map((judge) => judge.name)
      : [],
  )
  const chosen = createMemo(() => programme.entries().find((entry) => entry.id === chosenId()))
  createEffect(
    on(
      () => stage()?.onStage?.id,
      () => choose(undefined),
    ),
  )

  /** One call at a time; whatever goes wrong is said and leaves the desk usable. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (busy()) {
      say('One moment: the last press is still on its way.')
      return undefined
    }
    setBusy(true)
    try {
      const done = await Promise.race([work(), tooLate()])
      clear()
      return done
    } catch (problem) {
      say(sentenceOf(problem), 'problem')
      return undefined
    } finally {
      setBusy(false)
    }
  }

  async function send(cue: Cue): Promise<boolean> {
    const json = { ...cue, ifVersion: stage()?.version }
    const snapshot = await attempt(() => ask(api.events[':slug'].cues.$post({ param: { slug }, json })))
    if (snapshot) setAnswered(snapshot)
    return snapshot !== undefined
  }

  async function judgeTo(id: string, what: 'admit' | 'remove' | 'away' | 'back') {
    const judge = api.events[':slug'].judges[':id']
    await attempt(() => ask(judge[what].$post({ param: { slug, id } })))
  }

  async function reorder(entryIds: string[]) {
    const put = api.events[':slug']['running-order'].$put
    const done = await attempt(() => ask(put({ param: { slug }, json: { entryIds } })))
    if (done || notice()?.tone === 'problem') await programme.reread()
  }

  /** A hold stands for the picture it was pressed at, and not for long. */
  function press(what: Press) {
    const now = stage()
    if (what === 'message') return setTray((open) => (open === 'message' ? undefined : 'message'))
    if (what === 'full-screen') return toggleFullScreen()
    if (what === 'keys') return showKeys(true)
    if (!now) return say('One moment: this desk is still reaching the server.')
    const picture = `${what}/${now.onStage?.id}/${chosenId()}`
    const again = held?.picture === picture && performance.now() < held.untilMs
    held = undefined
    const reply: Answer = answer(what, { stage: now, missing: missing(), chosen: chosen(), again })
    if ('cue' in reply) return void send(reply.cue)
    if ('say' in reply) return say(reply.say)
    held = { picture, untilMs: performance.now() + holdMs }
    say(reply.hold, 'hold')
  }

  return {
    slug,
    nowMs,
    stage,
    programme,
    panel,
    missing,
    shown: () => feed.desk()?.shown ?? 0,
    listening: () => feed.desk()?.listening,
    connected: feed.connected,
    notice,
    busy,
    tray,
    setTray,
    keysShown,
    showKeys,
    chosen,
    choose,
    timeOf: createTimes(slug, stage),
    send,
    press,
    judgeTo,
    reorder,
  }
}

// An operator cannot wait as long as a phone can. A press that lands after all is harmless: the next one carries an older version.
function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Problem('offline', 'No answer', 0)), patienceMs))
}

function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Problem)) return 'That did not work. Look again, then press again.'
  if (problem.code === 'offline') {
    return 'No answer from the server. The press may not have arrived: look at the stage, then press again.'
  }
  return problem.detail ? `${problem.title}. ${problem.detail}` : `${problem.title}.`
}
