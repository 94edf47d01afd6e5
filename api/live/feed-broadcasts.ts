import type { DeskUpdate, StageSnapshot } from '../schema/stage.ts'
import {
  awayBytes,
  type Channel,
  content,
  emptyFeedRequest,
  eventBytes,
  type FeedRequest,
  type Listener,
  sendAll,
} from './feed-channel.ts'
import { sendDesk } from './feed-desk.ts'

/** What the feed reads after an update; undefined when the event or the judge is gone. */
export type FeedSource = {
  stage(eventId: string): Promise<StageSnapshot | undefined>
  desk(eventId: string, listening: number): Promise<DeskUpdate | undefined>
  you(eventId: string, judgeId: string): Promise<string | undefined>
  workingKeys(hashes: string[]): Promise<Set<string>>
}

/** Whether the feed has ended, and whether the database is out of reach. */
export type FeedState = { closed: boolean; isAway: boolean }

const countsGapMs = 100
const lineUpGapMs = 1000
const retryMs = 500

/** Reads what an update changed, once for all who listen and at most as often as each kind allows, and sends it. */
export function createBroadcasts(
  read: FeedSource,
  channels: ReadonlyMap<string, Channel>,
  state: Readonly<FeedState>,
  log: (failure: unknown) => void,
) {
  function request(eventId: string, kind: keyof FeedRequest): void {
    const channel = channels.get(eventId)
    if (!channel || state.closed) return
    const isNew = !channel.requested[kind]
    channel.requested[kind] = true
    if (isNew) channel.wake()
    if (!channel.reading) void sendRequested(eventId, channel)
  }

  async function sendRequested(eventId: string, channel: Channel): Promise<void> {
    channel.reading = true
    try {
      while (channel.listeners.size > 0 && Object.values(channel.requested).some(Boolean)) {
        const { requested } = channel
        const nowMs = Date.now()
        const countsInMs = requested.counts ? channel.countsSentAt + countsGapMs - nowMs : Number.POSITIVE_INFINITY
        const lineUpInMs = requested.lineUp ? channel.lineUpSentAt + lineUpGapMs - nowMs : Number.POSITIVE_INFINITY
        const waitMs = Math.min(countsInMs, lineUpInMs)
        if (!requested.newcomers && !requested.everyone && waitMs > 0) {
          await new Promise<void>((wake) => {
            channel.wake = wake
            setTimeout(wake, waitMs)
          })
          continue
        }
        const counts = countsInMs <= 0
        const lineUp = lineUpInMs <= 0
        channel.requested = {
          ...emptyFeedRequest(),
          counts: requested.counts && !counts,
          lineUp: requested.lineUp && !lineUp,
        }
        if (counts) channel.countsSentAt = nowMs
        if (lineUp) channel.lineUpSentAt = nowMs
        await readAndSend(eventId, channel, { ...requested, counts, everyone: requested.everyone || lineUp })
      }
    } catch (failure) {
      log(failure)
      setTimeout(() => request(eventId, 'everyone'), retryMs).unref()
    } finally {
      channel.reading = false
    }
  }

  async function readAndSend(eventId: string, channel: Channel, requested: FeedRequest): Promise<void> {
    // A listener that comes during the reading waits for the next one: this one may miss a commit.
    const newcomers = new Set(channel.newcomers)
    const stage = await read.stage(eventId)
    // A cue of this instance may have sent a newer stage meanwhile, or the same one.
    const overtaken = stage !== undefined && stage.version < channel.version
    const fresh = stage === undefined || content(stage) !== channel.sentContent
    const everyone = requested.everyone && (fresh || !channel.sentToAll)
    const counts = requested.counts && fresh
    const gets = (listener: Listener) => everyone || (counts && listener.counts) || newcomers.has(listener)
    if (stage && !overtaken) {
      if (everyone || counts) Object.assign(channel, { sentContent: content(stage), sentToAll: everyone })
      await sendStage(channel, stage, gets)
    }
    for (const listener of newcomers) channel.newcomers.delete(listener)
    // The desk's part may have changed when the stage's snapshot has not.
    const desks = [...channel.listeners].filter(
      (listener) => listener.desk && (requested.everyone || requested.counts || gets(listener)),
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
      if (state.isAway) await sendAll(channel, awayBytes, gets)
    })
    return channel.sending
  }

  return { request, sendStage }
}
