import type { ServerResponse } from 'node:http'
import type { StageSnapshot } from '../schema/stage.ts'

/** One screen or phone that listens. `counts`: also told when only the number of ballots changed. */
export type Listener = {
  eventId: string
  response: ServerResponse
  counts: boolean
  desk: boolean
  judgeId: string | null
}

export type Asked = { newcomers: boolean; counts: boolean; everyone: boolean }

export const nothingAsked = (): Asked => ({ newcomers: false, counts: false, everyone: false })

export type Channel = {
  listeners: Set<Listener>
  /** Listeners that have been told nothing yet. */
  newcomers: Set<Listener>
  /** What has been asked for since the last reading began. */
  asked: Asked
  /** The newest version that was told; and the last content, to everyone or only to those who are told of counts. */
  version: number
  told: string
  toldToAll: boolean
  /** Until the last telling has gone out to all. */
  sending: Promise<void>
  reading: boolean
  countsToldAt: number
  wake: () => void
}

const mostBuffered = 256 * 1024
const slice = 250

export const emptyChannel = (): Channel => ({
  listeners: new Set(),
  newcomers: new Set(),
  asked: nothingAsked(),
  version: 0,
  told: '',
  toldToAll: false,
  sending: Promise.resolve(),
  reading: false,
  countsToldAt: 0,
  wake: () => {},
})

export const update = (name: 'stage' | 'desk' | 'you' | 'away' | 'gone', json: string) =>
  Buffer.from(`event: ${name}\ndata: ${json}\n\n`)

/** All that a screen shows of a snapshot: two that differ in their moment alone are the same. */
export const content = (stage: StageSnapshot) => JSON.stringify({ ...stage, now: '' })

export function send({ response }: Listener, bytes: Buffer): void {
  // A screen that does not keep up is let go: it comes back by itself and is told the newest at once.
  if (response.writableLength > mostBuffered) response.destroy()
  else response.write(bytes)
}

/**
 * Ten thousand writes in one go would hold up every judge's tap meanwhile. A slice is counted and not timed: Node hands what is written
 * to the kernel at the end of a turn.
 */
export async function sendAll(channel: Channel, bytes: Buffer, told: (listener: Listener) => boolean): Promise<void> {
  let left = slice
  for (const listener of [...channel.listeners]) {
    if (!channel.listeners.has(listener) || !told(listener)) continue
    send(listener, bytes)
    left -= 1
    if (left > 0) continue
    await new Promise((resolve) => setImmediate(resolve))
    left = slice
  }
}
