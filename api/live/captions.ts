import type { ServerResponse } from 'node:http'
import type { Update } from './updates.ts'

const commentGapMs = 20_000
/** A screen that opens within this time gets the last caption; then the server forgets it. */
const lastMs = 10_000
const maxBuffered = 64 * 1024

const captionBytes = (text: string) => Buffer.from(`event: caption\ndata: ${JSON.stringify({ text })}\n\n`)

/**
 * The captions of each event, as server-sent events of their own: only those who want them open this stream, so that a phone's first load
 * and its feed stay as they are. A caption is stored nowhere.
 */
export function createCaptions() {
  const streams = new Map<string, Set<ServerResponse>>()
  const last = new Map<string, { bytes: Buffer; forget: NodeJS.Timeout }>()
  let closed = false
  const send = (response: ServerResponse, bytes: Buffer) => {
    if (response.writableLength > maxBuffered) response.destroy()
    else response.write(bytes)
  }
  const comments = setInterval(() => {
    const comment = Buffer.from(':\n\n')
    for (const responses of streams.values()) for (const response of responses) send(response, comment)
  }, commentGapMs)
  comments.unref()

  function forget(eventId: string): void {
    clearTimeout(last.get(eventId)?.forget)
    last.delete(eventId)
  }

  function show(eventId: string, text: string): void {
    forget(eventId)
    const bytes = captionBytes(text)
    last.set(eventId, { bytes, forget: setTimeout(() => last.delete(eventId), lastMs).unref() })
    for (const response of streams.get(eventId) ?? []) send(response, bytes)
  }

  return {
    listen(eventId: string, response: ServerResponse): void {
      // A client that has left already gets no `close` event.
      if (response.destroyed) return
      if (closed) return void response.end()
      const responses = streams.get(eventId) ?? new Set()
      streams.set(eventId, responses.add(response))
      response.on('close', () => {
        responses.delete(response)
        if (responses.size === 0 && streams.get(eventId) === responses) streams.delete(eventId)
      })
      response.on('error', () => response.destroy())
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      // Jitter, so that not everyone reconnects at the same moment after a restart.
      response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`)
      const known = last.get(eventId)
      if (known) response.write(known.bytes)
    },

    apply(update: Update): void {
      if (update.kind === 'caption') show(update.eventId, update.text)
      if (update.kind !== 'deleted') return
      forget(update.eventId)
      for (const response of streams.get(update.eventId) ?? []) response.end()
    },

    close(): void {
      closed = true
      clearInterval(comments)
      for (const eventId of [...last.keys()]) forget(eventId)
      for (const responses of streams.values()) for (const response of responses) response.end()
    },
  }
}

export type Captions = ReturnType<typeof createCaptions>
