import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api, ask } from '../core/api.ts'
import { createWakeLock } from '../core/browser/wake-lock.ts'
import { makeClock } from '../core/clock.ts'
import { createFeed } from '../core/feed/feed.ts'
import { createLiveEvent } from '../core/live-event.ts'
import { zoneWarning } from '../core/words/zone-words.ts'
import { publicAddress } from '../organise/organising.ts'
import { reloadsOffline, storesData, timeFirstUpdate, timeRoundTrips } from './venue-probes.ts'
import * as words from './venue-words.ts'
import { createViewport } from './viewport.ts'

const probeCount = 5
const repeatEveryMs = 4000

type Findings = {
  roundTrips?: number[]
  firstUpdateMs?: number | null
  offsetMs?: number
  storesData?: boolean
  reload?: words.Reload
  listening?: number
}

export function createVenueCheck(slug: string) {
  const [findings, setFindings] = createStore<Findings>({})
  const [running, setRunning] = createSignal(false)
  const [toneState, setToneState] = createSignal<words.ToneState>('untried')
  const feed = createFeed(slug)
  const liveEvent = createLiveEvent(slug)
  liveEvent.follow(feed)
  const { event } = liveEvent
  const isMissing = () => liveEvent.problem()?.code === 'no-such-event'
  const clock = makeClock()
  onCleanup(clock.stop)
  const wakeLock = createWakeLock()
  const viewport = createViewport()
  const scanned = new URLSearchParams(location.search).has('scanned')
  const [cameBack, setCameBack] = createSignal(false)
  let wasReleased = false
  createEffect(() => {
    if (wakeLock() === 'released') wasReleased = true
    if (wakeLock() === 'held' && wasReleased) setCameBack(true)
  })

  let runAgain = false
  let missed = false

  const code = createMemo(() => {
    const currentEvent = event()
    return currentEvent && new URL(`${publicAddress(currentEvent)}/e/${slug}/check?scanned`)
  })
  const wasConnected = createMemo<boolean>((before) => before || feed.connected(), false)
  const isOffline = () => wasConnected() && !feed.connected()
  const trips = () => (isOffline() ? [] : findings.roundTrips)
  const reached = () => trips() && trips()!.length > 0

  async function countListeners() {
    const answer = await ask<{ listening: number }>(api.events[':slug'].listening.$get({ param: { slug } })).catch(
      () => {},
    )
    if (answer) setFindings('listening', answer.listening)
  }

  async function syncClock() {
    await clock.sync()
    setFindings('offsetMs', clock.correctedMs() === undefined ? undefined : clock.offsetMs())
  }

  async function run() {
    if (running()) {
      runAgain = true
      return
    }
    setRunning(true)
    setFindings({ roundTrips: undefined, firstUpdateMs: undefined, storesData: undefined, reload: undefined })
    await Promise.all([
      timeRoundTrips(probeCount).then((times) => setFindings('roundTrips', times)),
      timeFirstUpdate(slug).then((ms) => setFindings('firstUpdateMs', ms)),
      storesData().then((stores) => setFindings('storesData', stores)),
      reloadsOffline(`/e/${slug}/judge`).then((reload) => setFindings('reload', reload)),
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
  createEffect(
    on(feed.connected, (now) => {
      if (now && (missed || findings.roundTrips?.length === 0)) run()
      missed = wasConnected() && !now
    }),
  )
  // The feed may connect while the server is still timed, or never: then nothing else would try an unreached server again.
  const repeating = setInterval(() => {
    if (!running() && findings.roundTrips?.length === 0) run()
    else if (feed.connected()) countListeners()
  }, repeatEveryMs)
  onCleanup(() => clearInterval(repeating))

  const secure = window.isSecureContext
  const device = () => [
    { name: 'Server', ...words.serverWords(trips(), probeCount) },
    { name: 'Live updates', ...words.updatesWords(reached(), findings.firstUpdateMs) },
    { name: 'Clock', ...words.clockWords(findings.offsetMs) },
    { name: 'Time zone', ...words.zoneFinding(event(), zoneWarning('device', clock.now())) },
    { name: 'Connection', ...words.connectionWords(new URL(location.href), code()) },
    { name: 'Taps', ...words.storageWords(findings.storesData, findings.reload, secure) },
    { name: 'Who follows', ...words.listeningWords(reached(), findings.listening) },
  ]
  const projector = () => [
    {
      name: 'Awake',
      ...words.wakeWords({ state: wakeLock(), offered: 'wakeLock' in navigator, secure, cameBack: cameBack() }),
    },
    { name: 'Screen', ...words.screenWords(viewport()) },
  ]
  const sound = () => words.soundWords(toneState())
  const reading = () => words.codeWords(scanned, code())
  const summary = () => words.summaryWords([...device(), ...projector(), sound(), reading()])
  return {
    event,
    isMissing,
    running,
    run,
    code,
    scanned,
    device,
    projector,
    sound,
    reading,
    toneState,
    setToneState,
    summary,
  }
}

export type VenueCheck = ReturnType<typeof createVenueCheck>
