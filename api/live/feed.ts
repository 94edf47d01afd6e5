import type { StageSnapshot } from '../schema/stage.ts'
import {
  type Asked,
  type Channel,
  content,
  emptyChannel,
  type Listener,
  nothingAsked,
  send,
  sendAll,
  update,
} from './feed-channel.ts'

/** What the feed reads when something changed, the last two as JSON texts; undefined when there is nothing to tell. */
export type Reading = {
  stage(eventId: string): Promise<StageSnapshot | undefined>
  desk(eventId: string, listening: number): Promise<string | undefined>
  you(eventId: string, judgeId: string): Promise<string | undefined>
}

const countsGapMs = 100
const commentGapMs = 20_000
const retryMs = 500

/**
 * Who is listening, and telling them. What is told is always whole, so nothing is queued or replayed: a change that comes while
 * another is being read asks for one more reading. Each reading becomes one Buffer that all sockets share.
 */
export function makeFeed(read: Reading, log: (failure: unknown) => void) {
  const channels = new Map<string, Channel>()
  const comments = setInterval(() => {
    const comment = Buffer.from(':\n\n')
    for (const channel of channels.values()) void sendAll(channel, comment, () => true)
  }, commentGapMs)
  comments.unref()

  let closed = false
  let isAway = false

  function ask(eventId: string, what: keyof Asked): void {
    const channel = channels.get(eventId)
    if (!channel || closed) return
    channel.asked[what] = true
    if (what !== 'counts') channel.wake()
    if (!channel.reading) void tellWhatIsAsked(eventId, channel)
  }

  async function tellWhatIsAsked(eventId: string, channel: Channel): Promise<void> {
    channel.reading = true
    try {
      while (channel.listeners.size > 0 && Object.values(channel.asked).some(Boolean)) {
        const { asked } = channel
        const gap = channel.countsToldAt + countsGapMs - Date.now()
        if (!asked.newcomers && !asked.everyone && gap > 0) {
          await new Promise<void>((wake) => {
            channel.wake = wake
            setTimeout(wake, gap)
          })
          continue
        }
        const counts = asked.counts && gap <= 0
        channel.asked = { ...nothingAsked(), counts: asked.counts && !counts }
        if (counts) channel.countsToldAt = Date.now()
        await tellOnce(eventId, channel, { ...asked, counts })
      }
    } catch (failure) {
      log(failure)
      setTimeout(() => ask(eventId, 'everyone'), retryMs).unref()
    } finally {
      channel.reading = false
    }
  }

  async function tellOnce(eventId: string, channel: Channel, what: Asked): Promise<void> {
    // Only those who were here before the reading began may count it as their first: a later one could have missed a commit.
    const newcomers = new Set(channel.newcomers)
    const stage = await read.stage(eventId)
    // A cue of this instance may have overtaken the reading, or told everyone the very same.
    const overtaken = stage !== undefined && stage.version < channel.version
    const fresh = stage === undefined || content(stage) !== channel.told
    const everyone = what.everyone && (fresh || !channel.toldToAll)
    const counts = what.counts && fresh
    const told = (listener: Listener) => everyone || (counts && listener.counts) || newcomers.has(listener)
    if (stage && !overtaken) {
      if (everyone || counts) Object.assign(channel, { told: content(stage), toldToAll: everyone })
      await tellStage(channel, stage, told)
    }
    for (const listener of newcomers) channel.newcomers.delete(listener)
    // The desk's own part is not in the stage's snapshot, and may have changed when that has not.
    const desks = [...channel.listeners].filter(
      (listener) => listener.desk && (what.everyone || what.counts || told(listener)),
    )
    const desk = desks.length > 0 ? await read.desk(eventId, channel.listeners.size) : undefined
    if (desk !== undefined) for (const listener of desks) send(listener, update('desk', desk))
  }

  function tellStage(channel: Channel, stage: StageSnapshot, told: (listener: Listener) => boolean): Promise<void> {
    channel.version = stage.version
    const bytes = update('stage', JSON.stringify(stage))
    channel.sending = channel.sending.then(async () => {
      await sendAll(channel, bytes, told)
      // Read in spite of it, but late: the next one may be later still.
      if (isAway) await sendAll(channel, awayBytes, told)
    })
    return channel.sending
  }

  async function tellJudge(eventId: string, judgeId: string): Promise<void> {
    const theirs = [...(channels.get(eventId)?.listeners ?? [])].filter((listener) => listener.judgeId === judgeId)
    if (theirs.length === 0) return
    const you = await read.you(eventId, judgeId)
    if (you !== undefined) for (const listener of theirs) send(listener, update('you', you))
  }

  /** The event was deleted: the last thing that its screens are told. */
  function letGo(eventId: string): void {
    for (const listener of channels.get(eventId)?.listeners ?? []) {
      send(listener, update('gone', '{}'))
      listener.response.end()
    }
  }

  function tellDesksWhoListens(eventId: string, channel: Channel): void {
    for (const listener of channel.listeners)
      if (listener.desk) {
        ask(eventId, 'counts')
        return
      }
  }

  /** After a gap nobody knows what was missed, so everyone is told the newest. */
  function resume(): void {
    for (const [eventId, channel] of channels) {
      Object.assign(channel, { version: 0, told: '' })
      ask(eventId, 'everyone')
      for (const judgeId of judgesOf(channel)) tellJudge(eventId, judgeId).catch(log)
    }
  }

  return {
    /** Opens a stream: the newest of everything at once, then every change until the screen goes away. */
    listen(listener: Listener): void {
      const { eventId, response } = listener
      const channel = channels.get(eventId) ?? emptyChannel()
      channels.set(eventId, channel)
      channel.listeners.add(listener)
      channel.newcomers.add(listener)
      response.on('close', () => {
        channel.listeners.delete(listener)
        channel.newcomers.delete(listener)
        if (channel.listeners.size === 0 && channels.get(eventId) === channel) channels.delete(eventId)
        else tellDesksWhoListens(eventId, channel)
      })
      response.on('error', () => response.destroy())
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      // Jitter, so that a restart does not bring everyone back in the same moment.
      response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`)
      ask(eventId, 'newcomers')
      tellDesksWhoListens(eventId, channel)
      if (listener.judgeId !== null) tellJudge(eventId, listener.judgeId).catch(log)
    },

    /**
     * What the stage is since a commit of this instance, told without another reading. The commit's own word comes as well, as it does to
     * every instance, before or after; but nobody is told the same twice.
     */
    tellStage(eventId: string, stage: StageSnapshot): void {
      const channel = channels.get(eventId)
      if (!channel || closed || stage.version < channel.version) return
      // The commit's own word may have been quicker.
      if (channel.toldToAll && channel.told === content(stage)) return
      Object.assign(channel, { told: content(stage), toldToAll: true })
      tellStage(channel, stage, () => true).catch(log)
    },

    /** A commit was told of, by this instance or another: `<eventId> stage | count | judge <id> | gone <slug>`. */
    hear(payload: string): void {
      const [eventId = '', what, judgeId = ''] = payload.split(' ')
      if (what === 'gone') letGo(eventId)
      if (what === 'stage') ask(eventId, 'everyone')
      if (what === 'count') ask(eventId, 'counts')
      if (what === 'judge') {
        ask(eventId, 'counts')
        tellJudge(eventId, judgeId).catch(log)
      }
    },

    /** What screens show may be old: they are told so, and so are those who come, until it is back. */
    away(): void {
      isAway = true
      for (const channel of channels.values()) void sendAll(channel, awayBytes, () => true)
    },

    /** How many screens and phones follow this event here; without one, all events together. */
    listening(eventId?: string): number {
      const asked = eventId === undefined ? [...channels.values()] : [channels.get(eventId)]
      return asked.reduce((sum, channel) => sum + (channel?.listeners.size ?? 0), 0)
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

    /** Ends every stream: screens come back by themselves, to whoever serves then. */
    close(): void {
      closed = true
      clearInterval(comments)
      for (const channel of channels.values()) for (const listener of channel.listeners) listener.response.end()
    },
  }
}

export type Feed = ReturnType<typeof makeFeed>

const judgesOf = ({ listeners }: Channel) => [...new Set([...listeners].flatMap((listener) => listener.judgeId ?? []))]

const awayBytes = update('away', '{}')
