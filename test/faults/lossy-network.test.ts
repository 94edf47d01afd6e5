import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BallotDraft } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import { openPhone, type Phone } from '../api/phones/judge-phone.ts'
import { makeNetwork } from '../api/phones/network.ts'
import { openServerProgram, type ServerProgram } from '../api/phones/server-program.ts'
import { makeEvent, showAll } from '../support/show.ts'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const pick = <Value>(values: Value[]): Value => values[Math.floor(Math.random() * values.length)]!
const contentOf = ({ scores, comment, recused }: BallotDraft | Ballot) => ({ scores, comment, recused })

describe('phones on a bad network whose server is killed', () => {
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
    const phones = event.judgeKeys.map((key, n) =>
      openPhone({ address: server.address, path: event.path, key, network: networks[n]! }),
    )
    const lastTaps = phones.map(() => new Map<string, BallotDraft>())
    // The server dies just after the last taps on each entry, so that no later tap can hide a lost one.
    let onStage = 0
    let tapping = true

    function tap(phone: Phone, last: Map<string, BallotDraft>) {
      const entryId = entryIds[onStage]!
      const chance = Math.random()
      if (chance < 0.8) phone.score(entryId, pick(criteria), 1 + Math.floor(Math.random() * 5))
      else if (chance < 0.9) phone.write(entryId, { comment: `Well shown ${Math.floor(Math.random() * 1000)}` })
      else phone.write(entryId, { recused: !phone.paper(entryId).recused })
      last.set(entryId, phone.paper(entryId))
    }
    const judging = phones.map(async (phone, n) => {
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
    await Promise.all(judging)

    const unsaved = () => phones.filter((phone) => phone.saving().kind !== 'saved').map((phone) => phone.saving().text)
    await expect.poll(unsaved, { timeout: 60_000 }).toEqual([])
    // Delayed copies arrive after the phone shows Saved, and must change nothing.
    await Promise.all(networks.map((network) => network.settled()))

    for (const [n, phone] of phones.entries()) {
      const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[n])
      const stored = new Map((body.ballots as Ballot[]).map((ballot) => [ballot.entryId, ballot]))
      expect(body.ballots).toHaveLength(stored.size)
      expect([...stored.keys()].sort()).toEqual([...lastTaps[n]!.keys()].sort())
      for (const [entryId, paper] of lastTaps[n]!) expect(contentOf(stored.get(entryId)!)).toEqual(contentOf(paper))
      networks[n]!.drop = 0
      expect(await phone.reconnect()).toBe(true)
      expect(phone.saving().text).toMatch(/^Saved \d\d:\d\d$/)
      for (const [entryId, paper] of lastTaps[n]!) expect(contentOf(phone.paper(entryId))).toEqual(contentOf(paper))
      phone.close()
    }
    await event.cue('close-scoring')
    const { ballots } = (await server.call('GET', `${event.path}/archive`, undefined, event.key)).body
    expect(ballots).toHaveLength(lastTaps.reduce((sum, last) => sum + last.size, 0))
  })
})
