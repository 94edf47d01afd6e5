import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BallotDraft } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { openProxy } from '../../support/proxy.ts'
import { makeEvent, showAll } from '../../support/show.ts'
import { openPhone, type Phone } from './judge-phone.ts'
import { makeNetwork } from './network.ts'
import { openServerProgram, type ServerProgram } from './server-program.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const any = <T>(of: T[]): T => of[Math.floor(Math.random() * of.length)]!
const words = ({ scores, comment, recused }: BallotDraft | Ballot) => ({ scores, comment, recused })

describe('phones in a hall with bad Wi-Fi', () => {
  let server: ServerProgram
  beforeAll(async () => {
    server = await openServerProgram()
  })
  afterAll(() => server?.close())

  it('end with one ballot per judge and entry, the last tap, when each is sent three times, 30 % of answers drop, and the server is killed twice', async () => {
    const event = await makeEvent(server, { entries: 6, judges: 8 })
    await showAll(event)
    const entryIds = event.entries.map((entry) => entry.id)
    const criteria = event.event.criteria.map((criterion) => criterion.id)
    const networks = event.judges.map(() => makeNetwork({ copies: 3, drop: 0.3, delayMs: 80 }))
    const phones = event.judgeKeys.map((key, n) => openPhone({ server, path: event.path, key, network: networks[n]! }))
    const lastTaps = phones.map(() => new Map<string, BallotDraft>())
    // The server dies just after the last taps on each entry, so that no later tap can hide a lost one.
    let onStage = 0
    let tapping = true

    function tap(phone: Phone, last: Map<string, BallotDraft>) {
      const entryId = entryIds[onStage]!
      const dice = Math.random()
      if (dice < 0.8) phone.score(entryId, any(criteria), 1 + Math.floor(Math.random() * 5))
      else if (dice < 0.9) phone.write(entryId, { comment: `Well shown ${Math.floor(Math.random() * 1000)}` })
      else phone.write(entryId, { recused: !phone.paper(entryId).recused })
      last.set(entryId, phone.paper(entryId))
    }
    const hands = phones.map(async (phone, n) => {
      while (tapping) {
        tap(phone, lastTaps[n]!)
        await pause(20 + Math.random() * 120)
        if (Math.random() < 0.02) await phone.reconnect()
      }
    })

    for (let kill = 0; kill < 2; kill += 1) {
      await pause(1500)
      const killed = server.kill()
      onStage += 1
      await killed
      await pause(400)
      await server.start()
      await Promise.all(phones.map((phone) => phone.reconnect()))
    }
    for (; onStage < entryIds.length - 1; onStage += 1) await pause(400)
    await pause(400)
    const sum = (count: 'sent' | 'lost') => networks.reduce((all, network) => all + network[count], 0)
    await expect.poll(() => sum('sent') > 500 && sum('lost') > 50, { timeout: 60_000 }).toBe(true)
    tapping = false
    await Promise.all(hands)

    const unsaved = () => phones.filter((phone) => phone.saving().kind !== 'saved').map((phone) => phone.saving().text)
    await expect.poll(unsaved, { timeout: 60_000 }).toEqual([])
    // Delayed copies arrive after the phone shows Saved, and must change nothing.
    await Promise.all(networks.map((network) => network.settled()))

    for (const [n, phone] of phones.entries()) {
      const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[n])
      const stored = new Map((body.ballots as Ballot[]).map((ballot) => [ballot.entryId, ballot]))
      expect(body.ballots).toHaveLength(stored.size)
      expect([...stored.keys()].sort()).toEqual([...lastTaps[n]!.keys()].sort())
      for (const [entryId, paper] of lastTaps[n]!) expect(words(stored.get(entryId)!)).toEqual(words(paper))
      networks[n]!.drop = 0
      expect(await phone.reconnect()).toBe(true)
      expect(phone.saving().text).toMatch(/^Saved \d\d:\d\d$/)
      for (const [entryId, paper] of lastTaps[n]!) expect(words(phone.paper(entryId))).toEqual(words(paper))
      phone.close()
    }
    await event.cue('close-scoring')
    const { ballots } = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(ballots).toHaveLength(lastTaps.reduce((sum, last) => sum + last.size, 0))
  })

  it('show a tap as unsent whose answer broke off in the middle, and send it again', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    let broken = 0
    const line = createServer(async (request, response) => {
      const { method, url, headers } = request
      const answer = await fetch(server.address() + url, {
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
    const address = `http://127.0.0.1:${(line.address() as AddressInfo).port}`
    const phone = openPhone({
      server: { address: () => address },
      path: event.path,
      key: event.judgeKeys[0]!,
      // As in a page: the head of an answer arrives before its body.
      network: { ...makeNetwork(), carry: (request) => request() },
    })
    phone.score(event.entries[0]!.id, event.event.criteria[0]!.id, 4)
    await expect.poll(() => phone.saving().kind, { timeout: 30_000 }).toBe('saved')
    expect(broken).toBe(3)
    expect(phone.says).toContain('Saved on this phone. Sending again…')
    expect(phone.says.filter((said) => said.startsWith('Kept'))).toEqual([])
    phone.close()
    line.closeAllConnections()
    line.close()
  })

  it('abort a tap that hangs in a dead connection at the next sign of life, and send the newest', async () => {
    const event = await makeEvent(server, { entries: 1, judges: 1 })
    await showAll(event)
    const line = await openProxy(() => [server.address()])
    const phone = openPhone({
      server: { address: () => line.url },
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
    expect(await phone.reconnect()).toBe(true)
    expect(phone.saving().text).toBe('Sending…')
    await expect.poll(() => phone.saving().kind, { timeout: 8000 }).toBe('saved')
    const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    expect(body.ballots.map(({ scores }: Ballot) => scores)).toEqual([{ [criterion]: 5 }])
    phone.close()
    await line.close()
  })
})
