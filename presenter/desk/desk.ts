import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { isWaitedFor } from '../../api/rules/event/panel.ts'
import { expectsStageShow as isStageShowExpected } from '../../api/rules/show/showcase.ts'
import type { Cue } from '../../api/schema/cue.ts'
import { createNow } from '../../web/core/animation-clock.ts'
import { api, ask } from '../../web/core/api.ts'
import { makeClock } from '../../web/core/clock.ts'
import type { Press } from '../../web/core/desk-keys.ts'
import { createCaptions } from '../../web/core/feed/captions.ts'
import { createFeed } from '../../web/core/feed/feed.ts'
import { followClock } from '../../web/core/follow-clock.ts'
import { createLiveEvent } from '../../web/core/live-event.ts'
import { toggleFullScreen } from '../parts/full-screen.ts'
import { createReconciledList } from '../parts/reconciled-list.ts'
import { createSlideDecks } from '../stage/slides/slide-decks.ts'
import { createCueSender } from './cue-sender.ts'
import { createDeskFilms } from './film/films.ts'
import { actionFor, type KeyAction } from './keys/key-bindings.ts'
import { createNoticeLine } from './notice.ts'
import { createOrder } from './order/order.ts'
import { createJudgeChanges } from './panel/judge-changes.ts'
import { createRequests } from './requests.ts'
import { createDeskSlides } from './slides/desk-slides.ts'

const confirmMs = 6000

export type Tray = 'film' | 'message' | 'break' | 'showcase' | 'slot' | 'team' | 'screens' | 'captions' | undefined
export type Desk = ReturnType<typeof createDesk>

export function createDesk(slug: string) {
  const clock = makeClock()
  clock.sync()
  onCleanup(clock.stop)
  const nowMs = createNow(clock)
  const feed = createFeed(slug, { as: 'organiser' })
  const { stage } = feed
  followClock(clock, feed)
  const liveEvent = createLiveEvent(slug, { everyCall: true })
  liveEvent.follow(feed)
  const captions = createCaptions(slug, () => liveEvent.event()?.captions === true, feed.connected)
  const noticeLine = createNoticeLine(stage)
  const { notice, notify } = noticeLine
  const requests = createRequests(noticeLine)
  const cues = createCueSender(slug, feed, requests, noticeLine)
  const judges = createJudgeChanges(slug, nowMs, requests, noticeLine)
  const order = createOrder(slug, liveEvent, requests)
  const slides = createDeskSlides(slug, feed, nowMs, noticeLine)
  /** For the small picture of the stage. */
  const decks = createSlideDecks(slug, stage)
  const films = createDeskFilms(slug, noticeLine)
  const filmEnded = () => films.hasEnded(stage()?.film)
  const filmShown = () => Boolean(stage()?.film) && !filmEnded()
  const [tray, setTray] = createSignal<Tray>()
  const [keysShown, showKeys] = createSignal(false)
  /** The text with which the message form opens. */
  const [draft, setDraft] = createSignal('')
  const [chosenId, choose] = createSignal<string>()
  const [slotId, setSlotId] = createSignal<string>()
  let pending: { situation: string; untilMs: number } | undefined

  const panel = createReconciledList(() => feed.desk()?.panel ?? [])
  const someReady = createMemo((before: boolean) => before || (feed.desk()?.ready.length ?? 0) > 0, false)
  // The panel's update may come after the stage's: once the stage counts every judge in, none is missing.
  const missingJudges = createMemo(() => {
    const now = stage()
    if (now?.onStage?.warmUp !== false || now.scoring.in >= now.scoring.of) return []
    return panel().filter((judge) => isWaitedFor(judge) && !judge.in)
  })
  /** Missing judges who scored the team before. Only these make `next` ask for confirmation. */
  const expectedJudges = createMemo(() => missingJudges().filter((judge) => judge.inBefore))
  const entryOf = (id: string | undefined) => order.entries().find((entry) => entry.id === id)
  const chosen = createMemo(() => entryOf(chosenId()))
  createEffect(
    on(
      () => stage()?.onStage?.id,
      () => choose(undefined),
    ),
  )

  const expectsStageShow = createMemo(() => {
    const event = liveEvent.event()
    return event === undefined || isStageShowExpected(event, liveEvent.calledIds().size > 0)
  })
  const showcaseStep = () => {
    if (expectsStageShow()) return undefined
    return liveEvent.openIds().size > 0 ? 'after-showcase' : 'open-showcase'
  }

  async function setReady(id: string, ready: boolean) {
    const entry = api.events[':slug'].entries[':id']
    await requests.send(() => ask(entry.ready.$post({ param: { slug, id }, json: { ready } })))
  }

  const toggleTray = (which: Tray) => setTray((open) => (open === which ? undefined : which))

  function openSlot(id: string) {
    const same = tray() === 'slot' && slotId() === id
    setSlotId(id)
    setTray(same ? undefined : 'slot')
  }

  function press(key: Press) {
    const now = stage()
    if (key === 'message') {
      setDraft(now?.message ?? '')
      return toggleTray('message')
    }
    if (key === 'full-screen') return toggleFullScreen()
    if (key === 'keys') return showKeys(true)
    if (!now) return notify('One moment: this desk is still reaching the server.')
    const situation = `${key}/${now.onStage?.id}/${chosenId()}`
    const isRepeat = pending?.situation === situation && performance.now() < pending.untilMs
    pending = undefined
    const reply: KeyAction = actionFor(key, {
      stage: now,
      expectedJudges: expectedJudges().map(({ name }) => name),
      chosen: chosen(),
      hasFilm: now.onStage != null && (now.onStage.film !== null || films.of(now.onStage.id) !== undefined),
      filmShown: filmShown(),
      isRepeat,
      nowMs: nowMs(),
    })
    if ('cue' in reply) return void slides.answered().then(() => send(reply.cue))
    if ('notice' in reply) return notify(reply.notice, 'info', key)
    pending = { situation, untilMs: performance.now() + confirmMs }
    notify(reply.confirm, 'confirm', key)
  }

  /** A film that has ended is still the stage's film, and starts again only once that has been taken back. */
  async function send(cue: Cue) {
    if (cue.cue === 'show-film' && stage()?.film) await cues.send({ cue: 'hide-film' })
    await cues.send(cue)
  }

  return {
    slug,
    nowMs,
    stage,
    liveEvent,
    captions,
    order,
    panel,
    missingJudges,
    expectedJudges,
    expectsStageShow,
    showcaseStep,
    openTeams: () => feed.desk()?.open ?? 0,
    visits: () => feed.desk()?.visits ?? [],
    listening: () => feed.desk()?.listening,
    connected: feed.connected,
    gone: feed.gone,
    notice,
    notify,
    asksAgain: (key: Press) => notice()?.tone === 'confirm' && notice()?.press === key,
    busy: requests.busy,
    tray,
    setTray,
    toggleTray,
    draft,
    /** Opens the message form with this text, to be sent or changed. */
    draftMessage(words: string) {
      setTray(undefined)
      setDraft(words)
      setTray('message')
    },
    slot: () => (tray() === 'slot' ? entryOf(slotId()) : undefined),
    openSlot,
    keysShown,
    showKeys,
    chosen,
    choose,
    requests,
    cues,
    films,
    filmEnded,
    filmShown,
    slides,
    decks,
    judges,
    press,
    ready: (id: string | undefined) => id !== undefined && (feed.desk()?.ready.includes(id) ?? false),
    /** Without a ready team, “not ready yet” would say nothing about the others. */
    someReady,
    setReady,
  }
}
