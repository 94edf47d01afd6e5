import fc from 'fast-check'
import { expect } from 'vitest'
import { arrive, attendance, lateJudge, score } from './judge-presses.ts'
import { at, cue, expectOutcome, press, teams, untilClosed } from './press.ts'
import { close, openLate, reopen, rules, undo } from './show-model.ts'

export const openDoors = press('open doors', async (model, show) => {
  expectOutcome(await show.cue('open-doors'), true)
  if (model.phase !== 'setup') return
  model.phase = 'live'
  model.stage = { ...model.stage, scene: 'welcome' }
  model.before = null
})

const undoPress = press('undo', async (model, show) => {
  expectOutcome(await show.cue('undo'), model.before !== null)
  if (model.before !== null) undo(model)
})

const closePress = press('close scoring', async (model, show) => {
  expectOutcome(await show.cue('close-scoring'), model.phase !== 'setup')
  if (model.phase !== 'setup') close(model)
})

const reopenPress = press('reopen scoring', async (model, show) => {
  expectOutcome(await show.cue('reopen-scoring'), model.phase !== 'setup')
  if (model.phase !== 'setup') reopen(model)
})

/** Both desks press at the same version: only one press counts. */
const twoDesks = press('next on two desks', async (model, show) => {
  const { version } = await show.read<{ version: number }>('/stage')
  const answers = await Promise.all([1, 2].map(() => show.cue('next', { ifVersion: version })))
  const result = rules.next(model, {})
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual(result === 'refused' ? [409, 409] : [200, 409])
  if (result === 'refused') return
  model.before = model.stage
  model.stage = result
})

const skip = fc.tuple(teams, fc.boolean()).map(([team, skipped]) =>
  press(`${skipped ? 'skip' : 'do not skip'} ${team}`, async (model, show) => {
    const id = at(model.order, team)
    expectOutcome(await show.call('PATCH', `/entries/${id}`, { skipped }), true)
    if (skipped) model.skipped.add(id)
    else model.skipped.delete(id)
    openLate(model)
  }),
)

const reorder = fc.tuple(teams, teams).map(([from, to]) =>
  press(`move ${from} to ${to}`, async (model, show) => {
    const order = [...model.order]
    const [id] = order.splice(from % order.length, 1)
    order.splice(to % (order.length + 1), 0, id!)
    expectOutcome(await show.call('PUT', '/running-order', { entryIds: order }), true)
    model.order = order
  }),
)

const lateTeam = press(
  'a late team',
  async (model, show) => {
    const title = `Late ${model.order.length}`
    const answer = await show.call('POST', '/entries', { title, team: title })
    expectOutcome(answer, true)
    model.order.push(answer.body.entry.id)
    show.teamKeys.set(answer.body.entry.id, answer.body.teamKey)
    openLate(model)
  },
  (model) => untilClosed(model) && model.order.length < 8,
)

const oneCue = fc.oneof(
  { weight: 8, arbitrary: fc.constant(cue('next')) },
  { weight: 4, arbitrary: teams.map((n) => cue('call', ` ${n}`, ({ order }) => ({ entryId: at(order, n) }))) },
  { weight: 4, arbitrary: fc.constant(cue('back')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      cue('start-timer'),
      cue('start-timer', ' for questions', () => ({ part: 'questions' })),
    ),
  },
  { weight: 1, arbitrary: fc.constant(cue('pause-timer')) },
  { weight: 1, arbitrary: fc.constantFrom(cue('open-scoring'), cue('own-laptop')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      cue('break'),
      cue('break', ' until', (_, show) => ({ untilAt: show.breakEnd })),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(cue('resume'), cue('blank')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      cue('open-showcase'),
      cue('open-showcase', ' until', (_, show) => ({ untilAt: show.breakEnd })),
    ),
  },
  { weight: 1, arbitrary: fc.constant(cue('close-showcase')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Please sit down', '').map((text) => cue('message', ` "${text}"`, () => ({ text }))),
  },
)

export const presses = [
  ...Array<typeof oneCue>(6).fill(oneCue),
  fc.constant(undoPress),
  fc.constant(undoPress),
  fc.constant(openDoors),
  fc.constantFrom(closePress, reopenPress, reopenPress, twoDesks),
  fc.constantFrom(lateTeam, lateJudge),
  skip,
  reorder,
  arrive,
  attendance,
  score,
  score,
  score,
]
