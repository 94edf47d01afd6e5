import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCaptions } from '../../../api/captions/captions-command.ts'
import { makeEvent, openFeed, openServer, type Server } from '../../support/show.ts'

/** A service that recognises speech: a stream, and a file that grows. */
async function openService() {
  const streams: ServerResponse[] = []
  let file = 'WEBVTT\n\n00:00.000 --> 00:01.000\nBefore we looked'
  const service = createServer((request, response) => {
    if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
      streams.push(response)
    } else if (request.url === '/file') response.writeHead(200, { 'content-type': 'text/vtt' }).end(file)
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
    streams,
    speak: (text: string) => streams.at(-1)!.write(`data: ${JSON.stringify({ text })}\n\n`),
    add(text: string) {
      file += `\n\n00:01.000 --> 00:02.000\n${text}`
    },
    close: () => {
      service.closeAllConnections()
      return new Promise((done) => service.close(done))
    },
  }
}

describe('the captions of a feed', () => {
  let server: Server
  let address: string
  let service: Awaited<ReturnType<typeof openService>>
  const printed: string[] = []
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
    service = await openService()
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  })
  afterEach(() => void printed.splice(0))
  afterAll(async () => {
    vi.restoreAllMocks()
    await service.close()
    await server.close()
  })

  async function follow(path: string) {
    const event = await makeEvent(server, { captions: true })
    await event.cue('open-doors')
    const { remoteKey } = (await server.call('POST', `${event.path}/links/remote`, {}, event.key)).body
    const screen = await openFeed(`${address}${event.path}/feed/captions`)
    const stop = new AbortController()
    const link = `${address}/present/${event.event.slug}/remote#k=${remoteKey}`
    const args = [event.event.slug, service.address + path, '--key', link, '--url', address]
    const done = runCaptions(args, stop.signal)
    await expect.poll(() => printed.join('')).toContain('Following the captions')
    const shows = (text: string) => screen.until(({ data }) => data?.text === text)
    return { event, shows, stop, done }
  }

  it('reach the screens from a stream, also after it was cut', async () => {
    const { shows, stop, done } = await follow('/stream')
    service.speak('Good evening')
    await shows('Good evening')
    service.streams.at(-1)!.destroy()
    await expect.poll(() => service.streams.length, { timeout: 20_000 }).toBe(2)
    service.speak('Still here')
    await shows('Still here')
    stop.abort()
    expect(await done).toBe(0)
  })

  it('reach the screens to the last words when they come faster than the server takes them', async () => {
    const { event, shows, stop, done } = await follow('/stream')
    // The captions of this event have no room for another at first.
    while (server.context.limits.captions.take(event.event.id) === 0);
    service.speak('The last words\u0007 of the evening')
    await shows('The last words of the evening')
    stop.abort()
    expect(await done).toBe(0)
  })

  it('reach the screens from a WebVTT file as it grows, without those from before', async () => {
    const { shows, stop, done } = await follow('/file')
    service.add('Now we speak')
    await shows('Now we speak')
    stop.abort()
    expect(await done).toBe(0)
    expect(printed.join('')).not.toContain('Before we looked')
  })

  it('end with a sentence when the address or the key is wrong', async () => {
    const event = await makeEvent(server, { captions: true })
    const run = async (...args: string[]) => {
      printed.splice(0)
      return [await runCaptions(args, AbortSignal.timeout(20_000)), printed.join('')] as const
    }
    const key = ['--key', event.key, '--url', address]
    const [page, words] = await run(event.event.slug, `${service.address}/page`, ...key)
    expect([page, words]).toEqual([1, expect.stringContaining('neither a stream of server-sent events')])
    expect((await run(event.event.slug, 'captions', ...key))[1]).toContain('FEED takes the address of a feed')
    expect((await run(event.event.slug, `${service.address}/stream`))[1]).toContain('SLUG FEED --key KEY')
    const wrong = run(event.event.slug, `${service.address}/stream`, '--key', 'wrong', '--url', address)
    await expect.poll(() => printed.join('')).toContain('Following')
    service.speak('Hello')
    expect((await wrong)[0]).toBe(1)
    expect((await wrong)[1]).toContain('This link no longer works')
    const silent = await makeEvent(server)
    const off = run(silent.event.slug, `${service.address}/stream`, '--key', silent.key, '--url', address)
    await expect.poll(() => printed.join('')).toContain('Following')
    service.speak('Hello')
    expect((await off)[1]).toContain('This event has no captions.')
  })
})
