import fc from 'fast-check'
import { expect } from 'vitest'
import type { Answer } from '../../support/show.ts'
import type { HurriedJudge, HurriedShow, Model } from './hurried-show.ts'

export type HurriedAction = { run(show: HurriedShow): Promise<void>; toString(): string }

/** A press that the server accepts exactly when the model says that it may. */
function expectOutcome(answer: Answer, allowed: boolean, action: string): boolean {
  if (allowed) expect(answer.status, `${action}: ${answer.text}`).toBeLessThan(300)
  else expect(answer.status, `${action} should be refused: ${answer.text}`).toBe(409)
  return allowed
}

const at = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items.length === 0 ? undefined : items[index % items.length]

function callTo(model: Model, id: string): void {
  if (model.onStage === id) return
  model.before = { onStage: model.onStage, called: [...model.called] }
  model.onStage = id
  if (!model.called.includes(id)) model.called.push(id)
}

const toCome = (model: Model) => model.order.filter((id) => !model.called.includes(id) && !model.skipped.has(id))

const action = (name: string, run: (show: HurriedShow) => Promise<void>): HurriedAction => ({
  run,
  toString: () => name,
})

const openDoors = fc.constant(
  action('open-doors', async (show) => {
    expectOutcome(await show.cue('open-doors'), true, 'open-doors')
    if (show.model.phase === 'setup') {
      show.model.phase = 'live'
      show.model.before = null
    }
  }),
)

const next = fc.constant(
  action('next', async (show) => {
    const { model } = show
    const id = toCome(model)[0]
    if (expectOutcome(await show.cue('next'), model.phase === 'live' && id !== undefined, 'next')) callTo(model, id!)
  }),
)

const call = fc.nat(5).map((index) =>
  action(`call ${index}`, async (show) => {
    const { model } = show
    const id = at(model.order, index)
    if (id === undefined) return
    if (expectOutcome(await show.cue('call', { entryId: id }), model.phase === 'live', `call ${index}`))
      callTo(model, id)
  }),
)

/** The clock, a blank screen, a message and a break change nothing of who is on, who is next and what is scored. */
const besides = fc
  .constantFrom<[Parameters<HurriedShow['cue']>[0], object?]>(
    ['start-timer'],
    ['pause-timer'],
    ['add-time', { seconds: 60 }],
    ['break', { message: 'Tea' }],
    ['blank'],
    ['resume'],
    ['message', { text: 'Please sit down' }],
    ['message', { text: '' }],
    ['open-scoring'],
  )
  .map(([cue, more]) =>
    action(cue, async (show) => {
      const answer = await show.cue(cue, more)
      expect([200, 409], `${cue}: ${answer.text}`).toContain(answer.status)
      // What an undo returns to is then this press's, and it changed nobody's place.
      if (answer.status === 200) show.model.before = null
    }),
  )

const stalePress = fc.nat(5).map((index) =>
  action(`next with a stale version, ${index} behind`, async (show) => {
    const stage = await show.read<{ version: number }>('/stage')
    const answer = await show.cue('next', { ifVersion: stage.version - 1 - index })
    expect(answer.status, answer.text).toBe(409)
  }),
)

const skip = fc.tuple(fc.nat(5), fc.boolean()).map(([index, skipped]) =>
  action(`${skipped ? 'skip' : 'unskip'} ${index}`, async (show) => {
    const { model } = show
    const id = at(model.order, index)
    if (id === undefined) return
    const answer = await show.call('PATCH', `/entries/${id}`, { skipped })
    if (answer.status === 409) return
    expect(answer.status, answer.text).toBe(200)
    if (skipped) model.skipped.add(id)
    else model.skipped.delete(id)
  }),
)

const reorder = fc.tuple(fc.nat(5), fc.nat(5)).map(([from, to]) =>
  action(`move ${from} to ${to}`, async (show) => {
    const { model } = show
    const order = [...model.order]
    const id = at(order, from)
    if (id === undefined) return
    order.splice(order.indexOf(id), 1)
    order.splice(to % (order.length + 1), 0, id)
    const answer = await show.call('PUT', '/running-order', { entryIds: order })
    if (answer.status === 409) return
    expect(answer.status, answer.text).toBe(200)
    model.order = order
  }),
)

const lateTeam = fc.constant(
  action('a late team', async (show) => {
    const { model } = show
    if (model.order.length > 7) return
    const title = `Late ${model.order.length + 1}`
    const answer = await show.call('POST', '/entries', { title, team: title })
    if (answer.status === 409) return
    expect(answer.status, answer.text).toBe(201)
    model.order.push(answer.body.entry.id)
    show.names.set(answer.body.entry.id, title)
  }),
)

/** A phone reads its judge's ballots before it shows anything to score. */
async function openPhone(show: HurriedShow, judge: HurriedJudge): Promise<void> {
  const answer = await show.call('GET', '/ballots', undefined, judge.key)
  if (judge.removed) {
    expect([401, 403, 409]).toContain(answer.status)
    return
  }
  expect(answer.status, answer.text).toBe(200)
  judge.arrived = true
}

const arrive = fc
  .nat(3)
  .map((index) => action(`judge ${index} arrives`, (show) => openPhone(show, at(show.judges, index)!)))

const attendance = fc.tuple(fc.nat(3), fc.constantFrom('away', 'back', 'remove')).map(([index, change]) =>
  action(`judge ${index} ${change}`, async (show) => {
    const judge = at(show.judges, index)!
    const answer = await show.call('POST', `/judges/${judge.id}/${change}`)
    if (answer.status >= 300) return
    if (change === 'remove') judge.removed = true
    else if (!judge.removed) judge.away = change === 'away'
  }),
)

const score = fc
  .record({
    judge: fc.nat(3),
    entry: fc.nat(5),
    onStage: fc.boolean(),
    value: fc.integer({ min: 1, max: 5 }),
    whole: fc.boolean(),
  })
  .map((tap) =>
    action(`judge ${tap.judge} scores ${tap.onStage ? 'the team on stage' : tap.entry}`, async (show) => {
      const { model } = show
      const judge = at(show.judges, tap.judge)!
      const id = tap.onStage ? (model.onStage ?? at(model.order, tap.entry)) : at(model.order, tap.entry)
      if (id === undefined) return
      if (!judge.arrived) await openPhone(show, judge)
      const criteria = tap.whole ? show.event.criteria : show.event.criteria.slice(0, 1)
      const scores = Object.fromEntries(criteria.map((criterion) => [criterion.id, tap.value]))
      const answer = await show.call('PUT', `/ballots/${id}`, { scores, editedAt: show.nextEdit() }, judge.key)
      if (judge.removed) {
        expect([401, 403, 409]).toContain(answer.status)
        return
      }
      const allowed = model.phase === 'live' && model.called.includes(id)
      if (expectOutcome(answer, allowed, `score ${show.nameOf(id)}`))
        judge.ballots.set(id, { scores, recused: false, finished: criteria.length === show.event.criteria.length })
    }),
  )

const recuse = fc.tuple(fc.nat(3), fc.nat(5)).map(([judgeIndex, entryIndex]) =>
  action(`judge ${judgeIndex} steps aside from ${entryIndex}`, async (show) => {
    const { model } = show
    const judge = at(show.judges, judgeIndex)!
    const id = at(model.order, entryIndex)
    if (id === undefined || judge.removed) return
    const answer = await show.call(
      'PUT',
      `/ballots/${id}`,
      { scores: {}, recused: true, editedAt: show.nextEdit() },
      judge.key,
    )
    if (answer.status === 409) return
    expect(answer.status, answer.text).toBe(200)
    judge.ballots.set(id, { scores: {}, recused: true, finished: true })
  }),
)

const undo = fc.constant(
  action('undo', async (show) => {
    const { model } = show
    // Only the undo of a call is modelled: what else a press changed is not part of the model.
    if (model.before === null) return
    const answer = await show.cue('undo')
    expect(answer.status, answer.text).toBe(200)
    const mistaken = model.called.filter((id) => !model.before!.called.includes(id))
    const scored = mistaken.filter((id) => show.judges.some((judge) => judge.ballots.has(id)))
    model.onStage = model.before.onStage
    model.called = [...model.before.called, ...scored]
    model.before = null
  }),
)

const close = fc.constantFrom('close-scoring' as const, 'reopen-scoring' as const).map((cue) =>
  action(cue, async (show) => {
    const { model } = show
    const allowed = model.phase !== 'setup'
    if (!expectOutcome(await show.cue(cue), allowed, cue)) return
    const phase = cue === 'close-scoring' ? 'closed' : 'live'
    if (model.phase !== phase) model.before = null
    model.phase = phase
  }),
)

export const actions: fc.Arbitrary<HurriedAction> = fc.oneof(
  { arbitrary: openDoors, weight: 4 },
  { arbitrary: next, weight: 8 },
  { arbitrary: call, weight: 4 },
  { arbitrary: besides, weight: 5 },
  { arbitrary: stalePress, weight: 1 },
  { arbitrary: skip, weight: 3 },
  { arbitrary: reorder, weight: 2 },
  { arbitrary: lateTeam, weight: 1 },
  { arbitrary: arrive, weight: 3 },
  { arbitrary: attendance, weight: 3 },
  { arbitrary: score, weight: 8 },
  { arbitrary: recuse, weight: 2 },
  { arbitrary: undo, weight: 4 },
  { arbitrary: close, weight: 1 },
)
