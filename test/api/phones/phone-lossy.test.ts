import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { openProxy } from '../../support/proxy.ts'
import { makeEvent, openServer, type Server, showAll } from '../../support/show.ts'
import { openPhone } from './judge-phone.ts'
import { makeNetwork } from './network.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

describe('phones on a bad network', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  it('show a tap as unsent whose answer broke off in the middle, and send it again', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    let broken = 0
    const line = createServer(async (request, response) => {
      const { method, url, headers } = request
      const answer = await fetch(address + url, {
        method,
        headers: { 'content-type': 'application/json', authorization: headers.authorization! },
        body: method === 'PUT' ? await text(request) : undefined,
      })
      const body = Buffer.from(await answer.text())
      response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': body.length })
      if (method !== 'PUT' || broken === 3) return response.end(body)
      broken += 1
      response.write(body.subarray(0, body.length / 2), () => setTimeout(() => response.destroy(), 20))
    })
    await new Promise<void>((done) => line.listen(0, '127.0.0.1', done))
    const { port } = line.address() as AddressInfo
    const phone = openPhone({
      address: `http://127.0.0.1:${port}`,
      path: event.path,
      key: event.judgeKeys[0]!,
      // As in a page: the head of an answer arrives before its body.
      network: { ...makeNetwork(), carry: (request) => request() },
    })
    phone.score(event.entries[0]!.id, event.event.criteria[0]!.id, 4)
    await expect.poll(() => phone.saving().kind, { timeout: 30_000 }).toBe('saved')
    expect(broken).toBe(3)
    expect(phone.savingTexts).toContain('Saved on this phone. Sending again…')
    expect(phone.savingTexts.filter((text) => text.startsWith('Kept'))).toEqual([])
    phone.close()
    line.closeAllConnections()
    line.close()
  })

  it('abort a tap that hangs in a dead connection at the next sign of life, and send the newest', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    const line = await openProxy(() => [address])
    const phone = openPhone({
      address: line.url,
      path: event.path,
      key: event.judgeKeys[0]!,
      network: makeNetwork(),
    })
    const [entry, criterion] = [event.entries[0]!.id, event.event.criteria[0]!.id]
    line.line.dead = true
    phone.score(entry, criterion, 2)
    await expect.poll(() => line.connections()).toBe(1)
    line.strand()
    phone.score(entry, criterion, 5)
    await pause(500)
    expect(phone.saving().text).toBe('Sending…')
    expect(await phone.reconnect()).toBe(true)
    await expect.poll(() => phone.saving().kind, { timeout: 8000 }).toBe('saved')
    const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(body.ballots.map(({ scores }: Ballot) => scores)).toEqual([{ [criterion]: 5 }])
    phone.close()
    await line.close()
  })
})
