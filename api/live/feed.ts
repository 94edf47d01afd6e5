import type { StageSnapshot } from '../schema/stage.ts'
import { createBroadcasts, type FeedSource, type FeedState } from './feed-broadcasts.ts'
import {
  awayBytes,
  type Channel,
  content,
  emptyChannel,
  eventBytes,
  type Listener,
  send,
  sendAll,
} from './feed-channel.ts'
import type { Update } from './updates.ts'

const commentGapMs = 20_000

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

  const state: FeedState = { closed: false, isAway: false }
  const { request, sendStage } = createBroadcasts(read, channels, state, log)

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
      if (state.closed) {
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
        if (!channel || state.closed || stage.version < channel.version) return
        const isSent = channel.sentContent === content(stage)
        if (isSent && channel.sentToAll) return
        Object.assign(channel, { sentContent: content(stage), sentToAll: true, countsSentAt: Date.now() })
        // A reading of the counts may have sent this stage already to the screens that follow them.
        sendStage(channel, stage, (listener) => !isSent || !listener.counts).catch(log)
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

    announceDatabaseLost(): void {
      state.isAway = true
      for (const channel of channels.values()) void sendAll(channel, awayBytes, () => true)
    },

    /** How many screens and phones follow this event here; without one, all events together. */
    listening(eventId?: string): number {
      const some = eventId === undefined ? [...channels.values()] : [channels.get(eventId)]
      return some.reduce((sum, channel) => sum + (channel?.listeners.size ?? 0), 0)
    },

    announceDatabaseRestored(): void {
      state.isAway = false
      resume()
    },

    resume,

    /** The judges whose phones listen here. */
    listeningJudges(): string[] {
      return [...new Set([...channels.values()].flatMap(judgesOf))]
    },

    /** Ends every stream: screens reconnect to whichever instance answers. */
    close(): void {
      state.closed = true
      clearInterval(comments)
      for (const channel of channels.values()) for (const listener of channel.listeners) listener.response.end()
    },
  }
}

export type Feed = ReturnType<typeof makeFeed>

const judgesOf = ({ listeners }: Channel) => [...new Set([...listeners].flatMap((listener) => listener.judgeId ?? []))]
