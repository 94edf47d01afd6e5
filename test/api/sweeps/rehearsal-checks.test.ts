import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { rehearse } from '../../../api/rehearsal/rehearse.ts'
import { openServer, owner, type Server } from '../../support/show.ts'

const limitMs = 90_000
const small = { key: owner, judges: 7, entries: 3, speed: 80, seed: 3, name: 'A rehearsal', log: () => {} }
const play = (url: string, more: Partial<typeof small & { anyOrder: boolean }> = {}) =>
  rehearse({ ...small, ...more, url, signal: AbortSignal.timeout(limitMs) })

describe('a rehearsal of a showcase', () => {
  let server: Server
  let url: string
  beforeAll(async () => {
    server = await openServer()
    url = await server.listen()
  })
  afterAll(() => server.close())

  it(
    'sends the judges where their phones say, and every promise holds',
    async () => {
      const played = await play(url, { anyOrder: true, entries: 5 })
      const { promises } = played.stats
      expect(promises.listBroken()).toEqual([])
      expect(promises.listUnchecked()).toEqual(['The stage shows the right number of judges who have scored'])
      const finished = played.panel.judges.map(({ madeUpJudge }) => madeUpJudge.phone.ballots().size)
      expect(finished).toEqual(finished.map(() => 5))
    },
    limitMs,
  )
})

describe('a rehearsal against a server that breaks a promise reports', () => {
  let server: Server
  let url: string
  let falseServer: HttpServer | undefined

  beforeAll(async () => {
    server = await openServer()
    url = await server.listen()
  })
  afterEach(() => {
    falseServer?.closeAllConnections()
    falseServer?.close()
  })
  afterAll(() => server.close())

  type Falsehood = { request?: (line: string, body: string) => string | undefined; rewrite?: (text: string) => string }

  /** `request` answers in place of the server; `rewrite` changes the server's answer. */
  function falsify({ request, rewrite = (text) => text }: Falsehood): Promise<string> {
    async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
      let body = ''
      for await (const bytes of incoming) body += bytes
      const instead = request?.(`${incoming.method} ${incoming.url}`, body)
      if (instead !== undefined) {
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end(instead)
        return
      }
      const { authorization, 'content-type': type } = incoming.headers
      const stop = new AbortController()
      outgoing.on('close', () => stop.abort())
      const answer = await fetch(url + incoming.url, {
        method: incoming.method,
        headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
        body: body === '' ? undefined : body,
        signal: stop.signal,
      })
      outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      const decoder = new TextDecoder()
      for await (const bytes of answer.body ?? []) outgoing.write(rewrite(decoder.decode(bytes, { stream: true })))
      outgoing.end()
    }
    falseServer = createServer((incoming, outgoing) => {
      pass(incoming, outgoing).catch(() => outgoing.destroy())
    })
    return new Promise((resolve) => {
      falseServer?.listen(0, '127.0.0.1', () => {
        const address = falseServer?.address() as { port: number }
        resolve(`http://127.0.0.1:${address.port}`)
      })
    })
  }

  async function brokenAt(address: string): Promise<string> {
    const { stats } = await play(address, { judges: 3, entries: 2 })
    const broken = stats.promises.listBroken()
    return broken.map((promise) => promise.sentence).join('\n')
  }

  it(
    'a ballot that is acknowledged and not stored',
    async () => {
      let first: string | undefined
      const request = (line: string, body: string) => {
        const entryId = /^PUT .*\/ballots\/(.+)$/.exec(line)?.[1]
        if (entryId === undefined || Object.keys(JSON.parse(body).scores).length < 4) return undefined
        first ??= entryId
        return entryId === first ? JSON.stringify({ ballot: { ...JSON.parse(body), entryId } }) : undefined
      }
      expect(await brokenAt(await falsify({ request }))).toContain('An acknowledged ballot is stored at the end')
    },
    limitMs,
  )

  it(
    'a score in the stage’s feed',
    async () => {
      const rewrite = (text: string) => text.replace('"scene":"on-stage"', '"scene":"on-stage","score":4.2')
      expect(await brokenAt(await falsify({ rewrite }))).toContain('No score, rank or winner reaches a screen')
    },
    limitMs,
  )

  it(
    'a count that is wrong',
    async () => {
      const rewrite = (text: string) => text.replace('"scoring":{"open":true,"in":3', '"scoring":{"open":true,"in":2')
      expect(await brokenAt(await falsify({ rewrite }))).toContain(
        'The stage shows the right number of judges who have scored',
      )
    },
    limitMs,
  )

  it(
    'a second press of the same cue that is carried out',
    async () => {
      let stage = ''
      const rewrite = (text: string) => {
        if (text.startsWith('{"version"')) stage = text
        return text
      }
      const request = (line: string, body: string) =>
        line.endsWith('/cues') && body.includes('We start in a moment') ? stage : undefined
      expect(await brokenAt(await falsify({ request, rewrite }))).toContain('Two desks cannot press twice')
    },
    limitMs,
  )
})
