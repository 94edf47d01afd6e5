import type { ServerResponse } from 'node:http'
import type { StageSnapshot } from '../schema/stage.ts'

/** One screen or phone that listens. `counts`: it also gets updates in which only the number of ballots changed. */
export type Listener = {
  eventId: string
  response: ServerResponse
  counts: boolean
  desk: boolean
  judgeId: string | null
  /** Of the key that it came with, in hexadecimal: its stream ends when the key is revoked. */
  keyHash: string | null
  /** The largest update sent so far, in bytes. */
  largestBytes?: number
  panel?: { json: string; sentAtMs: number }
  /** A desk that has not read its last update waits for `drain`. */
  waitsForDrain?: boolean
}

/** Who is to get the newest: `lineUp` reaches everyone, like `everyone`, but may wait. */
export type FeedRequest = { newcomers: boolean; counts: boolean; lineUp: boolean; everyone: boolean }

export const emptyFeedRequest = (): FeedRequest => ({ newcomers: false, counts: false, lineUp: false, everyone: false })

export type Channel = {
  listeners: Set<Listener>
  newcomers: Set<Listener>
  /** What was requested since the last reading began. */
  requested: FeedRequest
  /** The newest version sent; the last content, and whether everyone got it or only those who get counts. */
  version: number
  sentContent: string
  sentToAll: boolean
  sending: Promise<void>
  reading: boolean
  countsSentAt: number
  lineUpSentAt: number
  wake: () => void
}

const maxBuffered = 256 * 1024
const slice = 250

export const emptyChannel = (): Channel => ({
  listeners: new Set(),
  newcomers: new Set(),
  requested: emptyFeedRequest(),
  version: 0,
  sentContent: '',
  sentToAll: false,
  sending: Promise.resolve(),
  reading: false,
  countsSentAt: 0,
  lineUpSentAt: 0,
  wake: () => {},
})

export const eventBytes = (name: 'stage' | 'desk' | 'you' | 'away' | 'gone', json: string) =>
  Buffer.from(`event: ${name}\ndata: ${json}\n\n`)

export const awayBytes = eventBytes('away', '{}')

/** What a screen shows of a snapshot: two that differ only in `now` are the same. */
export const content = (stage: StageSnapshot) => JSON.stringify({ ...stage, now: '' })

/**
 * Drops a reader that does not keep up: it reconnects and gets the newest. One large update is no reason, so the largest one sent is
 * allowed for.
 */
export function send(listener: Listener, bytes: Buffer): void {
  const { response, largestBytes = 0 } = listener
  if (response.writableLength > maxBuffered + largestBytes) response.destroy()
  else {
    listener.largestBytes = Math.max(largestBytes, bytes.length)
    response.write(bytes)
  }
}

/**
 * Writes in slices, because ten thousand writes in one turn of the loop delay every ballot. A slice is a number of writes and not a time:
 * Node passes them to the kernel at the end of the turn.
 */
export async function sendAll(channel: Channel, bytes: Buffer, gets: (listener: Listener) => boolean): Promise<void> {
  let left = slice
  for (const listener of [...channel.listeners]) {
    if (!channel.listeners.has(listener) || !gets(listener)) continue
    send(listener, bytes)
    left -= 1
    if (left > 0) continue
    await new Promise((resolve) => setImmediate(resolve))
    left = slice
  }
}
