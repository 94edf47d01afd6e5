import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { isCounted } from '../../api/rules/event/panel.ts'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Cue } from '../../api/schema/cue.ts'
import type { JudgeBody, MergePreview } from '../../api/schema/judge.ts'
import type { PanelMember, StageSnapshot } from '../../api/schema/stage.ts'
import { createNow } from '../../web/core/animation-clock.ts'
import { api, ask } from '../../web/core/api.ts'
import { makeClock } from '../../web/core/clock.ts'
import type { Press } from '../../web/core/desk-keys.ts'
import { createFeed } from '../../web/core/feed/feed.ts'
import { followClock } from '../../web/core/follow-clock.ts'
import { toggleFullScreen } from '../parts/full-screen.ts'
import { createProgramme } from '../parts/programme.ts'
import { createAttempt } from './attempt.ts'
import { actionFor, type KeyAction } from './keys/key-bindings.ts'
import { createNotice } from './notice.ts'
import { createOrder } from './order/order.ts'

const confirmMs = 6000

export type Tray = 'message' | 'break' | 'slot' | 'team' | 'screens' | undefined
export type Desk = ReturnType<typeof createDesk>

const newest = (a?: StageSnapshot, b?: StageSnapshot) =>
  !a || (b && (b.version > a.version || (b.version === a.version && b.now > a.now))) ? b : a

/** State and actions of the operator's screen. Every cue carries the version of the stage it was pressed against. */
export function createDesk(slug: string) {
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(slug, { as: 'organiser' })
  const [cueResult, setCueResult] = createSignal<StageSnapshot>()
  const stage = createMemo(() => newest(feed.stage(), cueResult()))
  followClock(clock, feed)
  const programme = createProgramme(slug, stage)
  const { notice, notify, clear } = createNotice()
  const { busy, attempt } = createAttempt({ notify, clear })
  const order = createOrder(slug, programme, attempt)
  const [tray, setTray] = createSignal<Tray>()
  const [keysShown, showKeys] = createSignal(false)
  const [chosenId, choose] = createSignal<string>()
  const [slotId, setSlotId] = createSignal<string>()
  let pending: { situation: string; untilMs: number } | undefined

  // Reconciled by id, so that an open row or dialog survives the next update.
  const [panelStore, setPanelStore] = createStore<{ panel: PanelMember[] }>({ panel: [] })
  createEffect(() => setPanelStore('panel', reconcile(feed.desk()?.panel ?? [])))
  const panel = () => panelStore.panel
  const someReady = createMemo((before: boolean) => before || (feed.desk()?.ready.length ?? 0) > 0, false)
  const missing = createMemo(() =>
    stage()?.onStage?.warmUp === false ? panel().filter((judge) => isCounted(judge) && !judge.in) : [],
  )
  /** Missing judges who scored the team before; only these make *next* ask for confirmation. */
  const expected = createMemo(() => missing().filter((judge) => judge.inBefore))
  const entryOf = (id: string | undefined) => order.entries().find((entry) => entry.id === id)
  const chosen = createMemo(() => entryOf(chosenId()))
  createEffect(
    on(
      () => stage()?.onStage?.id,
      () => choose(undefined),
    ),
  )

  async function send(cue: Cue): Promise<boolean> {
    const json = { ...cue, ifVersion: stage()?.version }
    const snapshot = await attempt(() => ask(api.events[':slug'].cues.$post({ param: { slug }, json })))
    if (snapshot) setCueResult(snapshot)
    if (snapshot && cue.cue === 'undo') notify('The last press is undone.')
    return snapshot !== undefined
  }

  async function setReady(id: string, ready: boolean) {
    const entry = api.events[':slug'].entries[':id']
    await attempt(() => ask(entry.ready.$post({ param: { slug, id }, json: { ready } })))
  }

  async function changeJudge(id: string, what: 'admit' | 'remove' | 'away' | 'back') {
    const judge = api.events[':slug'].judges[':id']
    await attempt(() => ask(judge[what].$post({ param: { slug, id } })))
  }

  /** Removes every judge who joined within this time and has no ballot. */
  async function removeRecent(withinMs: number) {
    const recent = api.events[':slug'].judges['remove-recent']
    const since = new Date(nowMs() - withinMs).toISOString()
    const answer = await attempt(() => ask(recent.$post({ param: { slug }, json: { since } })))
    if (answer) notify(`${countOf(answer.removed, 'judge')} removed.`)
  }

  async function correctJudge(id: string, json: JudgeBody): Promise<boolean> {
    const judge = api.events[':slug'].judges[':id']
    return (await attempt(() => ask(judge.$patch({ param: { slug, id }, json })))) !== undefined
  }

  /** Which ballots a merge would keep and move; undefined when the desk could not be told. */
  async function previewMerge(id: string, otherId: string): Promise<MergePreview | undefined> {
    const merge = api.events[':slug'].judges[':id'].merge[':otherId']
    return attempt(() => ask(merge.$get({ param: { slug, id, otherId } })))
  }

  async function mergeJudges(id: string, otherId: string) {
    const { merge } = api.events[':slug'].judges[':id']
    await attempt(() => ask(merge.$post({ param: { slug, id }, json: { otherId } })))
  }

  const toggleTray = (which: Tray) => setTray((open) => (open === which ? undefined : which))

  function openSlot(id: string) {
    const same = tray() === 'slot' && slotId() === id
    setSlotId(id)
    setTray(same ? undefined : 'slot')
  }

  /** A confirmation expires after 6 s or when the stage changes. */
  function press(what: Press) {
    const now = stage()
    if (what === 'message') return toggleTray('message')
    if (what === 'full-screen') return toggleFullScreen()
    if (what === 'keys') return showKeys(true)
    if (!now) return notify('One moment: this desk is still reaching the server.')
    const situation = `${what}/${now.onStage?.id}/${chosenId()}`
    const isRepeat = pending?.situation === situation && performance.now() < pending.untilMs
    pending = undefined
    const reply: KeyAction = actionFor(what, {
      stage: now,
      expected: expected().map(({ name }) => name),
      chosen: chosen(),
      isRepeat,
    })
    if ('cue' in reply) return void send(reply.cue)
    if ('notice' in reply) return notify(reply.notice)
    pending = { situation, untilMs: performance.now() + confirmMs }
    notify(reply.confirm, 'confirm')
  }

  return {
    slug,
    nowMs,
    stage,
    programme,
    order,
    panel,
    missing,
    expected,
    shown: () => feed.desk()?.shown ?? 0,
    listening: () => feed.desk()?.listening,
    connected: feed.connected,
    gone: feed.gone,
    notice,
    notify,
    busy,
    tray,
    setTray,
    toggleTray,
    slot: () => (tray() === 'slot' ? entryOf(slotId()) : undefined),
    openSlot,
    keysShown,
    showKeys,
    chosen,
    choose,
    send,
    attempt,
    press,
    changeJudge,
    removeRecent,
    correctJudge,
    previewMerge,
    mergeJudges,
    ready: (id: string | undefined) => id !== undefined && (feed.desk()?.ready.includes(id) ?? false),
    /** Some team has reported ready, so “not ready yet” means something for the others. */
    someReady,
    setReady,
  }
}
