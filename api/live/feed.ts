import type { DeskUpdate, StageSnapshot } from '../schema/stage.ts'
import {
  type Channel,
  content,
  emptyChannel,
  eventBytes,
  type Listener,
  noReading,
  type RequestedReading,
  send,
  sendAll,
} from './feed-channel.ts'
import { sendDesk } from './feed-desk.ts'
import type { Update } from './updates.ts'

/** What the feed reads after an update; undefined when the event or the judge is gone. */
export type FeedSource = {
  stage(eventId: string): Promise<StageSnapshot | undefined>
  desk(eventId: string, listening: number): Promise<DeskUpdate | undefined>
  you(eventId: string, judgeId: string): Promise<string | undefined>
  /** Those of the key hashes whose keys are valid, in hexadecimal. */
  workingKeys(hashes: string[]): Promise<Set<string>>
}

const countsGapMs = 100
const lineUpGapMs = 1000
const commentGapMs = 20_000
const retryMs = 500

/**
 * The server-sent events of every screen and phone. Each update is the whole snapshot, so nothing is queued or replayed: a change that
 * comes during a reading requests one more reading. Each reading becomes one Buffer that all sockets share.
 */
export function makeFeed(read: FeedSource, log: (failure: unknown) => void) {
  const channels = new Map<string, Channel>()
  const comments = setInterval(() => {
    const comment = Buffer.from(':\n\n')
    for (const channel of channels.values()) void sendAll(channel, comment, () => true)
  }, commentGapMs)
  comments.unref()

  let closed = false
  let isAway = false

  function request(eventId: string, what: keyof RequestedReading): void {
    const channel = channels.get(eventId)
    if (!channel || closed) return
    const isNew = !channel.asked[what]
    channel.asked[what] = true
    if (isNew) channel.wake()
    if (!channel.reading) void sendRequested(eventId, channel)
  }

  async function sendRequested(eventId: string, channel: Channel): Promise<void> {
    channel.reading = true
    try {
      while (channel.listeners.size > 0 && Object.values(channel.asked).some(Boolean)) {
        const { asked } = channel
        const nowMs = Date.now()
        const countsInMs = asked.counts ? channel.countsSentAt + countsGapMs - nowMs : Number.POSITIVE_INFINITY
        const lineUpInMs = asked.lineUp ? channel.lineUpSentAt + lineUpGapMs - nowMs : Number.POSITIVE_INFINITY
        const waitMs = Math.min(countsInMs, lineUpInMs)
        if (!asked.newcomers && !asked.everyone && waitMs > 0) {
          await new Promise<void>((wake) => {
            channel.wake = wake
            setTimeout(wake, waitMs)
          })
          continue
        }
        const counts = countsInMs <= 0
        const lineUp = lineUpInMs <= 0
        channel.asked = { ...noReading(), counts: asked.counts && !counts, lineUp: asked.lineUp && !lineUp }
        if (counts) channel.countsSentAt = nowMs
        if (lineUp) channel.lineUpSentAt = nowMs
        await readAndSend(eventId, channel, { ...asked, counts, everyone: asked.everyone || lineUp })
      }
    } catch (failure) {
      log(failure)
      setTimeout(() => request(eventId, 'everyone'), retryMs).unref()
    } finally {
      channel.reading = false
    }
  }

  async function readAndSend(eventId: string, channel: Channel, asked: RequestedReading): Promise<void> {
    // A listener that comes during the reading waits for the next one: this one may miss a commit.
    const newcomers = new Set(channel.newcomers)
    const stage = await read.stage(eventId)
    // A cue of this instance may have sent a newer stage meanwhile, or the same one.
    const overtaken = stage !== undefined && stage.version < channel.version
    const fresh = stage === undefined || content(stage) !== channel.sentContent
    const everyone = asked.everyone && (fresh || !channel.sentToAll)
    const counts = asked.counts && fresh
    const gets = (listener: Listener) => everyone || (counts && listener.counts) || newcomers.has(listener)
    if (stage && !overtaken) {
      if (everyone || counts) Object.assign(channel, { sentContent: content(stage), sentToAll: everyone })
      await sendStage(channel, stage, gets)
    }
    for (const listener of newcomers) channel.newcomers.delete(listener)
    // The desk's part may have changed when the stage's snapshot has not.
    const desks = [...channel.listeners].filter(
      (listener) => listener.desk && (asked.everyone || asked.counts || gets(listener)),
    )
    const desk = desks.length > 0 ? await read.desk(eventId, channel.listeners.size) : undefined
    if (desk) sendDesk(desks, desk, () => request(eventId, 'counts'))
  }

  function sendStage(channel: Channel, stage: StageSnapshot, gets: (listener: Listener) => boolean): Promise<void> {
    channel.version = stage.version
    const bytes = eventBytes('stage', JSON.stringify(stage))
    channel.sending = channel.sending.then(async () => {
      await sendAll(channel, bytes, gets)
      // The database is away again: this snapshot may be old by now.
      if (isAway) await sendAll(channel, awayBytes, gets)
    })
    return channel.sending
  }

  async function sendYou(eventId: string, judgeId: string): Promise<void> {
    const phones = [...(channels.get(eventId)?.listeners ?? [])].filter((listener) => listener.judgeId === judgeId)
    if (phones.length === 0) return
    const you = await read.you(eventId, judgeId)
    if (you !== undefined) for (const phone of phones) send(phone, eventBytes('you', you))
  }

  function sendYouToAll(eventId: string): void {
    const channel = channels.get(eventId)
    if (channel) for (const judgeId of judgesOf(channel)) sendYou(eventId, judgeId).catch(log)
  }

  function endDeleted(eventId: string): void {
    for (const listener of channels.get(eventId)?.listeners ?? []) {
      send(listener, eventBytes('gone', '{}'))
      listener.response.end()
    }
  }

  /** Ends the streams whose key works no longer; without an event, of all events. */
  async function endRevoked(eventId: string | null): Promise<void> {
    const some = eventId === null ? [...channels.values()] : [channels.get(eventId)]
    const withKey = some.flatMap((channel) => [...(channel?.listeners ?? [])]).filter(({ keyHash }) => keyHash !== null)
    if (withKey.length === 0) return
    const working = await read.workingKeys([...new Set(withKey.map(({ keyHash }) => keyHash!))])
    for (const { keyHash, response } of withKey) if (!working.has(keyHash!)) response.end()
  }

  /**
   * A cue that this instance has sent to everyone is not read again at once. Only its counts may be behind, where ballots were committed
   * while the cue waited for them, so those are read with the next counts.
   */
  function applyStage({ eventId, version }: Extract<Update, { kind: 'stage' }>): void {
    const channel = channels.get(eventId)
    const isSent = version !== undefined && channel?.sentToAll && version <= channel.version
    request(eventId, isSent ? 'counts' : 'everyone')
  }

  function updateDesks(eventId: string, channel: Channel): void {
    if ([...channel.listeners].some((listener) => listener.desk)) request(eventId, 'counts')
  }

  /** After a gap nobody knows what was missed, so everyone gets the newest, and every key is checked. */
  function resume(): void {
    for (const [eventId, channel] of channels) {
      Object.assign(channel, { version: 0, sentContent: '' })
      request(eventId, 'everyone')
      sendYouToAll(eventId)
    }
    endRevoked(null).catch(log)
  }

  return {
    /** Opens a stream: the newest of everything at once, then every change until the screen leaves. */
    listen(listener: Listener): void {
      const { eventId, response } = listener
      // A client that left while its key was looked up has had its `close` event, so nothing would remove it.
      if (response.destroyed) return
      if (closed) {
        response.end()
        return
      }
      const channel = channels.get(eventId) ?? emptyChannel()
      channels.set(eventId, channel)
      channel.listeners.add(listener)
      channel.newcomers.add(listener)
      response.on('close', () => {
        channel.listeners.delete(listener)
        channel.newcomers.delete(listener)
        if (channel.listeners.size === 0 && channels.get(eventId) === channel) channels.delete(eventId)
        else updateDesks(eventId, channel)
      })
      response.on('error', () => response.destroy())
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      // Jitter, so that not everyone reconnects at the same moment after a restart.
      response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`)
      request(eventId, 'newcomers')
      updateDesks(eventId, channel)
      if (listener.judgeId !== null) sendYou(eventId, listener.judgeId).catch(log)
    },

    /**
     * Sends the stage after a cue of this instance, without waiting for the update of its commit and for another reading. Deferred to the
     * end of this turn of the loop: writing to hundreds of screens first would hold back the answer to the press.
     */
    sendAfterCue(eventId: string, stage: StageSnapshot): void {
      setImmediate(() => {
        const channel = channels.get(eventId)
        if (!channel || closed || stage.version < channel.version) return
        if (channel.sentToAll && channel.sentContent === content(stage)) return
        Object.assign(channel, { sentContent: content(stage), sentToAll: true, countsSentAt: Date.now() })
        sendStage(channel, stage, () => true).catch(log)
      })
    },

    apply(update: Update): void {
      switch (update.kind) {
        case 'stage':
          applyStage(update)
          break
        case 'line-up':
          request(update.eventId, 'lineUp')
          break
        case 'counts':
          request(update.eventId, 'counts')
          break
        case 'judge':
          request(update.eventId, 'counts')
          sendYou(update.eventId, update.judgeId).catch(log)
          break
        case 'panel':
          request(update.eventId, 'counts')
          sendYouToAll(update.eventId)
          break
        case 'keys':
          endRevoked(update.eventId).catch(log)
          break
        case 'deleted':
          endDeleted(update.eventId)
          break
      }
    },

    /** Tells every connected and future screen that what it shows may be old. */
    away(): void {
      isAway = true
      for (const channel of channels.values()) void sendAll(channel, awayBytes, () => true)
    },

    /** How many screens and phones follow this event here; without one, all events together. */
    listening(eventId?: string): number {
      const some = eventId === undefined ? [...channels.values()] : [channels.get(eventId)]
      return some.reduce((sum, channel) => sum + (channel?.listeners.size ?? 0), 0)
    },

    back(): void {
      isAway = false
      resume()
    },

    resume,

    /** The judges whose phones listen here. */
    listeningJudges(): string[] {
      return [...new Set([...channels.values()].flatMap(judgesOf))]
    },

    /** Ends every stream: screens reconnect to whichever instance answers. */
    close(): void {
      closed = true
      clearInterval(comments)
      for (const channel of channels.values()) for (const listener of channel.listeners) listener.response.end()
    },
  }
}

export type Feed = ReturnType<typeof makeFeed>

const judgesOf = ({ listeners }: Channel) => [...new Set([...listeners].flatMap((listener) => listener.judgeId ?? []))]

const awayBytes = eventBytes('away', '{}')
