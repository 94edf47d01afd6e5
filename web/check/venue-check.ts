import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api, ask } from '../core/api.ts'
import { createWakeLock } from '../core/browser/wake-lock.ts'
import { makeClock } from '../core/clock.ts'
import { createFeed } from '../core/feed/feed.ts'
import { createLiveEvent } from '../core/live-event.ts'
import { zoneWarning } from '../core/words/zone-words.ts'
import { publicAddress } from '../organise/organising.ts'
import { isStorageKept, reloadsOffline, timeFirstUpdate, timeRoundTrips } from './venue-probes.ts'
import * as words from './venue-words.ts'
import { createViewport } from './viewport.ts'

const probeCount = 5
const countEveryMs = 4000

type Found = {
  roundTrips?: number[]
  heardMs?: number | null
  offsetMs?: number
  kept?: boolean
  reload?: words.Reload
  listening?: number
}

/** Checks the venue from this device: on opening, after a reconnection, and on request. */
export function createVenueCheck(slug: string) {
  const [found, setFound] = createStore<Found>({})
  const [running, setRunning] = createSignal(false)
  const [heard, setHeard] = createSignal<words.ToneState>('untried')
  const feed = createFeed(slug)
  const liveEvent = createLiveEvent(slug)
  liveEvent.follow(feed)
  const { event } = liveEvent
  const isMissing = () => liveEvent.problem()?.code === 'no-such-event'
  const clock = makeClock()
  onCleanup(clock.stop)
  const wakeLock = createWakeLock()
  const sight = createViewport()
  const scanned = new URLSearchParams(location.search).has('scanned')
  const [cameBack, setCameBack] = createSignal(false)
  let wasReleased = false
  createEffect(() => {
    if (wakeLock() === 'let-go') wasReleased = true
    if (wakeLock() === 'held' && wasReleased) setCameBack(true)
  })

  let runAgain = false
  let missed = false

  const code = createMemo(() => {
    const known = event()
    return known && new URL(`${publicAddress(known)}/e/${slug}/check?scanned`)
  })
  // The stream notices a lost network within 3 s, so earlier findings are discarded then.
  const wasConnected = createMemo<boolean>((before) => before || feed.connected(), false)
  const isOffline = () => wasConnected() && !feed.connected()
  const trips = () => (isOffline() ? [] : found.roundTrips)
  const reached = () => trips() && trips()!.length > 0

  async function countListeners() {
    const answer = await ask<{ listening: number }>(api.events[':slug'].listening.$get({ param: { slug } })).catch(
      () => {},
    )
    if (answer) setFound('listening', answer.listening)
  }

  async function syncClock() {
    await clock.sync()
    setFound('offsetMs', clock.correctedMs() === undefined ? undefined : clock.offsetMs())
  }

  async function run() {
    if (running()) {
      runAgain = true
      return
    }
    setRunning(true)
    setFound({ roundTrips: undefined, heardMs: undefined, kept: undefined, reload: undefined })
    await Promise.all([
      timeRoundTrips(probeCount).then((times) => setFound('roundTrips', times)),
      timeFirstUpdate(slug).then((ms) => setFound('heardMs', ms)),
      isStorageKept().then((kept) => setFound('kept', kept)),
      reloadsOffline(`/e/${slug}/judge`).then((reload) => setFound('reload', reload)),
      syncClock(),
      liveEvent.load(),
      countListeners(),
    ])
    setRunning(false)
    if (runAgain) {
      runAgain = false
      run()
    }
  }
  run()
  // Findings made without the network are stale once it is back.
  createEffect(
    on(feed.connected, (now) => {
      if (now && (missed || found.roundTrips?.length === 0)) run()
      missed = wasConnected() && !now
    }),
  )
  const counting = setInterval(() => feed.connected() && countListeners(), countEveryMs)
  onCleanup(() => clearInterval(counting))

  const secure = window.isSecureContext
  const device = () => [
    { name: 'Server', ...words.serverWords(trips(), probeCount) },
    { name: 'Live updates', ...words.updatesWords(reached(), found.heardMs) },
    { name: 'Clock', ...words.clockWords(found.offsetMs) },
    { name: 'Time zone', ...words.zoneFinding(event(), zoneWarning('device', clock.now())) },
    { name: 'Connection', ...words.connectionWords(new URL(location.href), code()) },
    { name: 'Taps', ...words.storageWords(found.kept, found.reload, secure) },
    { name: 'Who follows', ...words.listeningWords(reached(), found.listening) },
  ]
  const projector = () => [
    {
      name: 'Awake',
      ...words.wakeWords({ state: wakeLock(), offered: 'wakeLock' in navigator, secure, cameBack: cameBack() }),
    },
    { name: 'Screen', ...words.screenWords(sight()) },
  ]
  const sound = () => words.soundWords(heard())
  const reading = () => words.codeWords(scanned, code())
  const summary = () => words.summaryWords([...device(), ...projector(), sound(), reading()])
  return { event, isMissing, running, run, code, scanned, device, projector, sound, reading, heard, setHeard, summary }
}

export type VenueCheck = ReturnType<typeof createVenueCheck>
