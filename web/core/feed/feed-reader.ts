import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { Problem } from '../api.ts'
import { type FeedState, isNewer } from './feed-state.ts'
import type { FeedTransport, UpdateStream } from './feed-transport.ts'

type Options = { transport: FeedTransport; phone: boolean; visible?: boolean; onChange(state: FeedState): void }

export type FeedReader = ReturnType<typeof createFeedReader>

const firstWaitMs = 500
const goneWaitMs = 10_000
const connectLimitMs = 1_500
const longestSleepMs = 10_000

/**
 * Reconnects by itself. Every update is whole and the newest wins, so a reconnect has nothing to catch up on. A `phone` checks the
 * connection less often, which saves its battery.
 */
export function createFeedReader({ transport, phone, visible = true, onChange }: Options) {
  const beatMs = phone ? 15_000 : 2_000
  const answerLimitMs = phone ? 5_000 : 1_000
  const beatsPerStageRead = phone ? 4 : 15
  const longestWaitMs = phone ? 4_000 : 1_500

  let state: FeedState = { stage: undefined, desk: undefined, you: undefined, connected: false, gone: false }
  /** The stage that the server last sent or answered with; an adopted one is no sign that the stream works. */
  let received: StageSnapshot | undefined
  let stream: UpdateStream | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let connectTimer: ReturnType<typeof setTimeout> | undefined
  let waitMs = firstWaitMs
  let connectPatienceMs = connectLimitMs
  let lostAt = performance.now()
  let beats = 0
  let beatAt = Date.now()
  let hiddenAt: number | undefined
  let checking = false
  let closed = false
  let suspended = false

  function change(changes: Partial<FeedState>) {
    state = { ...state, ...changes }
    onChange(state)
  }

  function connect() {
    clearTimeout(retryTimer)
    clearTimeout(connectTimer)
    stream?.close()
    if (closed || suspended) return
    const newStream = transport.openStream({
      onUpdate(name, data) {
        if (newStream === stream) receive(name, data)
      },
      onEnd(refused) {
        if (newStream !== stream) return
        lose()
        // An answer that is no stream: the event may have been deleted.
        if (refused) readStage()
      },
    })
    stream = newStream
    connectTimer = setTimeout(() => replaceHangingStream(newStream), connectPatienceMs)
  }

  function receive(name: string, data: string) {
    if (name === 'away') return disconnected()
    if (name === 'gone') return leave()
    waitMs = firstWaitMs
    const update = JSON.parse(data)
    const changes: Partial<FeedState> = { connected: true, gone: false }
    // A desk update without a panel leaves the panel as it was.
    if (name === 'desk') changes.desk = { panel: state.desk?.panel ?? [], ...update }
    if (name === 'you') changes.you = update
    if (name === 'stage') {
      if (isNewer(update, received)) received = update
      if (isNewer(update, state.stage)) changes.stage = update
    }
    change(changes)
  }

  function adopt(stage: StageSnapshot) {
    if (isNewer(stage, state.stage)) change({ stage })
  }

  function disconnected() {
    if (state.connected) lostAt = performance.now()
    change({ connected: false })
  }

  function lose() {
    stream?.close()
    stream = undefined
    disconnected()
    clearTimeout(retryTimer)
    // Everyone in the room loses the server at the same moment: a random wait spreads the reconnections.
    if (!closed) retryTimer = setTimeout(connect, (state.gone ? goneWaitMs : waitMs) * (0.5 + Math.random()))
    waitMs = Math.min(waitMs * 1.7, longestWaitMs)
    connectPatienceMs = connectLimitMs
  }

  function leave() {
    received = undefined
    change({ gone: true, stage: undefined, desk: undefined, you: undefined })
    lose()
  }

  /** A dead Wi-Fi closes no connection, so the reader asks the server during silence. */
  async function beat() {
    // A laptop whose lid was closed keeps its page visible, and its stream has most likely died.
    const slept = Date.now() - beatAt > beatMs + longestSleepMs && visible
    beatAt = Date.now()
    if (slept) {
      disconnected()
      return connect()
    }
    if (checking || !stream) return
    checking = true
    const answers = await transport.serverAnswers(answerLimitMs)
    checking = false
    beats += 1
    const lostMs = state.connected ? 0 : performance.now() - lostAt
    if (!answers && stream) lose()
    else if (answers && (lostMs > 5_000 || beats % beatsPerStageRead === 0)) readStage()
  }

  // A stream that was requested while the network was cut may hang for a minute after the network is back. Where a proxy holds
  // every stream back, opening another does not help: the patience doubles each time.
  async function replaceHangingStream(opened: UpdateStream) {
    const hangs = () => opened === stream && opened.isConnecting()
    if (!hangs()) return
    const answers = await transport.serverAnswers(answerLimitMs)
    if (!hangs()) return
    if (!answers) return lose()
    connectPatienceMs *= 2
    connect()
  }

  /** Some proxies buffer a stream and some let it die without closing it, so the stage is also read by plain requests. */
  async function readStage() {
    const before = received
    let latest: StageSnapshot
    try {
      latest = await transport.readStage()
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.code === 'no-such-event') leave()
      return
    }
    if (closed) return
    const missed = state.connected && before === received && before !== undefined && latest.version > before.version
    if (isNewer(latest, received)) received = latest
    adopt(latest)
    if (missed) connect()
  }

  /** Connects no more until `resume`. */
  function suspend() {
    suspended = true
    lose()
    clearTimeout(retryTimer)
    clearTimeout(connectTimer)
  }

  function resume() {
    suspended = false
    wake()
  }

  function wake() {
    if (!visible) {
      hiddenAt = performance.now()
      return
    }
    waitMs = firstWaitMs
    const slept = hiddenAt !== undefined && performance.now() - hiddenAt > longestSleepMs
    hiddenAt = undefined
    if (stream && !slept) beat()
    else connect()
  }

  const heartbeat = setInterval(beat, beatMs)
  connect()

  return {
    wake,
    lose,
    suspend,
    resume,
    adopt,
    setVisible(nowVisible: boolean) {
      visible = nowVisible
      wake()
    },
    close() {
      closed = true
      stream?.close()
      stream = undefined
      clearTimeout(retryTimer)
      clearTimeout(connectTimer)
      clearInterval(heartbeat)
    },
  }
}
