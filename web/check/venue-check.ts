import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Event } from '../../api/schema/event.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { createWakeLock } from '../core/browser/wake-lock.ts'
import { makeClock } from '../core/clock.ts'
import { createFeed } from '../core/feed/feed.ts'
import { publicAddress } from '../organise/organising.ts'
import { hearFirstUpdate, keepsThings, reloadsOffline, timeTrips } from './venue-probes.ts'
import * as words from './venue-words.ts'
import { createSight } from './viewport.ts'

const asked = 5
const countEveryMs = 4000

type Found = {
  trips?: number[]
  heardMs?: number | null
  offsetMs?: number
  kept?: boolean
  reload?: words.Reload
  listening?: number
}

/** What this device finds out about the venue: by itself, again when the network comes back, and whenever it is asked. */
export function createVenueCheck(slug: string) {
  const [found, setFound] = createStore<Found>({})
  const [event, setEvent] = createSignal<Event>()
  const [nowhere, setNowhere] = createSignal(false)
  const [running, setRunning] = createSignal(false)
  const [heard, setHeard] = createSignal<words.Heard>('untried')
  const feed = createFeed(slug)
  const clock = makeClock()
  onCleanup(clock.stop)
  const wakeLock = createWakeLock()
  const sight = createSight()
  const scanned = new URLSearchParams(location.search).has('scanned')
  const [cameBack, setCameBack] = createSignal(false)
  let letGo = false
  createEffect(() => {
    if (wakeLock() === 'let-go') letGo = true
    if (wakeLock() === 'held' && letGo) setCameBack(true)
  })

  let again = false
  let missed = false

  const code = createMemo(() => {
    const known = event()
    return known && new URL(`${publicAddress(known)}/e/${slug}/check?scanned`)
  })
  // The stream notices within 3 s that the network went, whatever was found before that.
  const wasConnected = createMemo<boolean>((before) => before || feed.connected(), false)
  const lost = () => wasConnected() && !feed.connected()
  const trips = () => (lost() ? [] : found.trips)
  const reached = () => trips() && trips()!.length > 0

  async function readEvent() {
    try {
      setEvent((await ask<{ event: Event }>(api.events[':slug'].$get({ param: { slug } }))).event)
    } catch (failure) {
      setNowhere(asProblem(failure).code === 'no-such-event')
    }
  }

  async function count() {
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
      again = true
      return
    }
    setRunning(true)
    setFound({ trips: undefined, heardMs: undefined, kept: undefined, reload: undefined })
    await Promise.all([
      timeTrips(asked).then((times) => setFound('trips', times)),
      hearFirstUpdate(slug).then((ms) => setFound('heardMs', ms)),
      keepsThings().then((kept) => setFound('kept', kept)),
      reloadsOffline(`/e/${slug}/judge`).then((reload) => setFound('reload', reload)),
      syncClock(),
      readEvent(),
      count(),
    ])
    setRunning(false)
    if (again) {
      again = false
      run()
    }
  }
  run()
  // What was found without the network says nothing once it is back.
  createEffect(
    on(feed.connected, (now) => {
      if (now && (missed || found.trips?.length === 0)) run()
      missed = wasConnected() && !now
    }),
  )
  const counting = setInterval(() => feed.connected() && count(), countEveryMs)
  onCleanup(() => clearInterval(counting))

  const secure = window.isSecureContext
  const device = () => [
    { name: 'Server', ...words.serverWords(trips(), asked) },
    { name: 'Live updates', ...words.updatesWords(reached(), found.heardMs) },
    { name: 'Clock', ...words.clockWords(found.offsetMs) },
    { name: 'Connection', ...words.connectionWords(new URL(location.href), code()) },
    { name: 'Taps', ...words.keepingWords(found.kept, found.reload, secure) },
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
  return { event, nowhere, running, run, code, scanned, device, projector, sound, reading, heard, setHeard, summary }
}

export type VenueCheck = ReturnType<typeof createVenueCheck>
