import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recuse, unrecuse } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { countedWords, outcomeOf } from '../../../web/judge/outcome.ts'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'
import { makePhoneStorage, openPhone, type Phone } from './judge-phone.ts'
import { makeNetwork, type Network } from './network.ts'

describe('a phone without a network when scoring closes', () => {
  let server: Server
  let address: string
  let event: TestEvent
  let phone: Phone
  let network: Network
  const names = [
    'saved',
    'changed',
    'late',
    'answer-lost',
    'half',
    'aside',
    'aside-late',
    'back-late',
    'never',
  ] as const
  type Name = (typeof names)[number]
  const entryId = (name: Name) => event.entries[names.indexOf(name)]!.id
  const all = (value: number) => Object.fromEntries(event.event.criteria.map(({ id }) => [id, value]))
  const outcome = (name: Name) =>
    outcomeOf(phone.outbox()[entryId(name)], event.event.criteria, event.event.criteria, true)
  const onServer = async () => {
    const { body } = await server.call('GET', `${event.path}/ballots`, undefined, event.judgeKeys[0])
    return new Map((body.ballots as Ballot[]).map((ballot) => [ballot.entryId, ballot]))
  }

  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
    event = await makeEvent(server, { entries: names.length, judges: 1 })
    await showAll(event)
    network = makeNetwork()
    phone = openPhone({
      address,
      path: event.path,
      key: event.judgeKeys[0]!,
      network,
      storage: makePhoneStorage(),
    })
  })
  afterAll(async () => {
    phone?.close()
    await server.close()
  })

  it('(set-up: some ballots are saved, one answer is lost, and the rest is tapped without a network)', async () => {
    for (const name of ['saved', 'changed'] as const) phone.write(entryId(name), { scores: all(4) })
    phone.score(entryId('half'), 'problem', 3)
    for (const name of ['aside', 'back-late'] as const)
      phone.write(entryId(name), recuse({ ...phone.paper(entryId(name)), scores: all(2) }))
    phone.write(entryId('aside-late'), { scores: all(5) })
    await expect.poll(() => phone.saving().kind).toBe('saved')

    network.drop = 1
    phone.write(entryId('answer-lost'), { scores: all(5) })
    await expect.poll(() => network.lost).toBeGreaterThan(0)
    network.on = false
    network.drop = 0
    phone.write(entryId('changed'), { scores: all(1) })
    phone.write(entryId('late'), { scores: all(3) })
    phone.write(entryId('aside-late'), recuse(phone.paper(entryId('aside-late'))))
    phone.write(entryId('back-late'), unrecuse(phone.paper(entryId('back-late'))))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(phone.saving().text).toBe('Saved on this phone. It will be sent when you are back online.')
    expect((await onServer()).has(entryId('answer-lost'))).toBe(true)
    expect((await event.cue('close-scoring')).status).toBe(200)
  })

  it('does not claim what was counted while the server cannot be reached', async () => {
    expect(await phone.reconnect()).toBe(false)
  })

  it('lists exactly which ballots were counted and which were not, as the server holds them', async () => {
    network.on = true
    phone.setScoringOpen(false)
    expect(await phone.reconnect()).toBe(true)
    const storedBallots = await onServer()
    for (const name of names)
      expect([name, outcome(name).counted]).toEqual([name, !!storedBallots.get(entryId(name))?.complete])
    const outcomes = Object.fromEntries(names.map((name) => [name, outcome(name).words.replace(/\d\d:\d\d/, 'hh:mm')]))
    expect(outcomes).toEqual({
      saved: 'Counted',
      changed: 'Your last change came too late. What was saved hh:mm counts',
      late: 'Not counted: it did not arrive before scoring closed',
      'answer-lost': 'Counted',
      half: 'Not counted: 1 of 4 questions answered',
      aside: 'You stepped aside',
      'aside-late': 'Your last change came too late. What was saved hh:mm counts',
      'back-late': 'Not counted: it did not arrive before scoring closed',
      never: 'Not scored',
    })
    const { body } = await server.call('GET', `${event.path}/results`, undefined, event.key)
    const counted = names.filter((name) => outcome(name).counted)
    expect(body.counted.ballots).toBe(counted.length)
    expect(countedWords(counted.length)).toBe('Your 4 scores were counted.')
    expect([...storedBallots.values()].find((ballot) => ballot.entryId === entryId('changed'))!.scores).toEqual(all(4))
  })

  it('lists the same after a reload', async () => {
    const before = names.map(outcome)
    phone.close()
    await phone.restore()
    expect(await phone.reconnect()).toBe(true)
    expect(names.map(outcome)).toEqual(before)
  })

  it('sends the late ballots when scoring is opened again', async () => {
    await event.cue('reopen-scoring')
    phone = openPhone({
      address,
      path: event.path,
      key: event.judgeKeys[0]!,
      network,
      storage: makePhoneStorage(),
    })
    await phone.reconnect()
    phone.write(entryId('late'), { scores: all(3) })
    await expect.poll(() => phone.saving().kind).toBe('saved')
    expect((await onServer()).get(entryId('late'))).toMatchObject({ complete: true, scores: all(3) })
  })

  it('calls no tap saved that was under way when the close was committed', async () => {
    const busy = await makeEvent(server, { entries: 1, judges: 8 })
    await showAll(busy)
    const id = busy.entries[0]!.id
    const phones = busy.judgeKeys.map((key) =>
      openPhone({ address, path: busy.path, key, network: makeNetwork({ copies: 2, drop: 0.3, delayMs: 20 }) }),
    )
    let tapping = true
    const judging = phones.map(async (phone, n) => {
      for (let tap = n; tapping; tap += 1) {
        phone.score(id, 'problem', 1 + (tap % 5))
        await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20))
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    await busy.cue('close-scoring')
    tapping = false
    await Promise.all(judging)
    for (const [n, phone] of phones.entries()) {
      phone.setScoringOpen(false)
      await expect.poll(phone.reconnect, { timeout: 20_000 }).toBe(true)
      const { body } = await server.call('GET', `${busy.path}/ballots`, undefined, busy.judgeKeys[n])
      const heldBallot = phone.outbox()[id]!
      expect(heldBallot.saved?.editedAt).toBe(body.ballots[0]?.editedAt)
      if (heldBallot.savedEdit === heldBallot.paper.editedAt)
        expect(body.ballots[0].scores).toEqual(heldBallot.paper.scores)
      phone.close()
    }
  })
})
