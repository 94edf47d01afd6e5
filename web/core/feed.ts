import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { DeskUpdate, StageSnapshot, YouUpdate } from '../../api/schema/stage.ts'
import { serverAnswers } from './server-answers.ts'

export type FeedOptions = {
  /** Which of this browser's cookies the feed is for; without it, nobody's. */
  as?: 'judge' | 'team' | 'organiser'
  /** `off` for phones: no update when only the count of ballots changed, and a slower heartbeat. */
  counts?: 'off'
}

export type Feed = {
  stage: Accessor<StageSnapshot | undefined>
  desk: Accessor<DeskUpdate | undefined>
  you: Accessor<YouUpdate | undefined>
  /** The event was deleted, or never was; looked for again now and then. */
  gone: Accessor<boolean>
  /**
   * False within 3 s of silence (15 s on a phone, or at once when it says that it is offline), and while the server itself cannot
   * read the show.
   */
  connected: Accessor<boolean>
}

/** Reloads a page that was opened before the rehearsal began, so that it carries the mark. The rest of its query stays. */
function seeMark() {
  const query = new URLSearchParams(location.search)
  // Reloaded once already: a page that still has no mark must not reload for ever.
  if (document.querySelector('.rehearsal-mark') || query.has('marked')) return
  query.set('marked', '')
  location.search = query.toString()
}

const newer = (next: StageSnapshot, last: StageSnapshot | undefined) =>
  !last || next.version > last.version || (next.version === last.version && next.now >= last.now)

const goneWaitMs = 10_000
const usualPatienceMs = 1_500

/** Follows an event. Every update is whole and the newest wins, so a reconnect has nothing to catch up on. */
export function createFeed(slug: string, options: FeedOptions = {}): Feed {
  const [stage, setStage] = createSignal<StageSnapshot>()
  const [desk, setDesk] = createSignal<DeskUpdate>()
  const [you, setYou] = createSignal<YouUpdate>()
  const [connected, setConnected] = createSignal(false)
  const [gone, setGone] = createSignal(false)

  const phone = options.counts === 'off'
  const beatMs = phone ? 15_000 : 2_000
  const limitMs = phone ? 5_000 : 1_000
  const looksEvery = phone ? 4 : 15
  const mostWaitMs = phone ? 4_000 : 1_500
  const query = new URLSearchParams(options as Record<string, string>)
  const address = `/api/events/${encodeURIComponent(slug)}/feed?${query}`

  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let waitMs = 500
  let hanging: ReturnType<typeof setTimeout> | undefined
  let patienceMs = usualPatienceMs
  let lostAt = performance.now()
  let beats = 0
  let hiddenAt = 0
  let asking = false
  let beatAt = Date.now()

  function hear<T>(name: string, take: (update: T) => void) {
    source?.addEventListener(name, (e) => {
      waitMs = 500
      setConnected(true)
      setGone(false)
      take(JSON.parse((e as MessageEvent<string>).data))
    })
  }

  const take = (update: StageSnapshot) => {
    if (update.rehearsal) seeMark()
    if (newer(update, stage())) setStage(update)
  }

  function connect() {
    clearTimeout(retry)
    source?.close()
    clearTimeout(hanging)
    source = new EventSource(address)
    hanging = setTimeout(() => source && unhang(source), patienceMs)
    source.addEventListener('gone', leave)
    source.onerror = () => {
      // An answer that is no stream: perhaps there is no event any more.
      const refused = source?.readyState === EventSource.CLOSED
      lose()
      if (refused) look()
    }
    hear<StageSnapshot>('stage', take)
    hear<DeskUpdate>('desk', (update) => setDesk(update))
    hear<YouUpdate>('you', (update) => setYou(update))
    source.addEventListener('away', fall)
    source.addEventListener('gone', () => setStage(undefined))
  }

  function fall() {
    if (connected()) lostAt = performance.now()
    setConnected(false)
  }

  function lose() {
    source?.close()
    source = undefined
    fall()
    clearTimeout(retry)
    // Everyone in the room loses the server in the same instant: they must not all come back in one.
    retry = setTimeout(connect, (gone() ? goneWaitMs : waitMs) * (0.5 + Math.random()))
    waitMs = Math.min(waitMs * 1.7, mostWaitMs)
    patienceMs = usualPatienceMs
  }

  function leave() {
    setGone(true)
    setStage(undefined)
    setDesk(undefined)
    setYou(undefined)
    lose()
  }

  // A dead Wi-Fi closes nothing, so silence has to be asked about.
  async function beat() {
    // A laptop whose lid was closed tells a page that stayed visible nothing of it, and its stream is most likely gone.
    const slept = Date.now() - beatAt > beatMs + 10_000 && document.visibilityState === 'visible'
    beatAt = Date.now()
    if (slept) {
      fall()
      return connect()
    }
    if (asking || !source) return
    asking = true
    const alive = await serverAnswers(limitMs)
    asking = false
    beats += 1
    const lostMs = connected() ? 0 : performance.now() - lostAt
    if (!alive && source) lose()
    else if (alive && (lostMs > 5_000 || beats % looksEvery === 0)) look()
  }

  // A stream that was asked for while the network was cut may hang for a minute in a network that is back. Where a proxy holds
  // every stream back, asking again helps nobody: ever later, then.
  async function unhang(asked: EventSource) {
    const hangs = () => asked === source && asked.readyState === EventSource.CONNECTING
    if (!hangs()) return
    const alive = await serverAnswers(limitMs)
    if (!hangs()) return
    if (!alive) return lose()
    patienceMs *= 2
    connect()
  }

  // Some venue proxies hold a stream back, some let it die without a word: so the stage is also looked at now and then.
  async function look() {
    const before = stage()
    const response = await fetch(`/api/events/${encodeURIComponent(slug)}/stage`, { cache: 'no-store' }).catch(() => {})
    if (response?.status === 404 && (await response.json().catch(() => ({}))).type === '/problems/no-such-event')
      leave()
    if (!response?.ok) return
    const seen = (await response.json()) as StageSnapshot
    const missed = connected() && before === stage() && before !== undefined && seen.version > before.version
    take(seen)
    if (missed) connect()
  }

  const wake = () => {
    if (document.visibilityState !== 'visible') {
      hiddenAt = performance.now()
      return
    }
    waitMs = 500
    // A stream seldom survives a locked phone, and says nothing about it.
    const slept = hiddenAt > 0 && performance.now() - hiddenAt > 10_000
    hiddenAt = 0
    if (source && !slept) beat()
    else connect()
  }
  const heartbeat = setInterval(beat, beatMs)
  addEventListener('online', wake)
  addEventListener('offline', lose)
  addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', wake)
  connect()

  onCleanup(() => {
    source?.close()
    source = undefined
    clearTimeout(retry)
    clearTimeout(hanging)
    clearInterval(heartbeat)
    removeEventListener('online', wake)
    removeEventListener('offline', lose)
    removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', wake)
  })
  return { stage, desk, you, gone, connected }
}
