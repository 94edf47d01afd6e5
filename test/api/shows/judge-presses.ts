import fc from 'fast-check'
import { at, expectOutcome, judges, press, someJudge, teams, untilClosed } from './press.ts'
import { isOpen } from './show-model.ts'

export const lateJudge = press(
  'a late judge joins',
  async (model, show) => {
    const name = at(['Ceri', 'Dafydd', 'Eluned', 'Ffion', 'Gareth'], model.judges.length)
    const answer = await show.call('POST', '/join', { name }, '')
    expectOutcome(answer, true)
    const { judge, judgeKey } = answer.body
    model.judges.push({
      ...{ id: judge.id, name, key: judgeKey, arrived: true },
      ...{ away: false, removed: false, ballots: new Map() },
    })
  },
  (model) => untilClosed(model) && model.judges.length < 4,
)

export const arrive = judges.map((n) =>
  press(
    `judge ${n} arrives`,
    async (model, show) => {
      const judge = at(model.judges, n)
      const allowed = !judge.arrived && !judge.removed && model.phase !== 'closed'
      expectOutcome(await show.call('POST', '/join', { name: judge.name, judgeId: judge.id }, ''), allowed)
      if (allowed) judge.arrived = true
    },
    someJudge,
  ),
)

export const attendance = fc.tuple(judges, fc.constantFrom('away', 'back', 'remove', 'admit')).map(([n, change]) =>
  press(
    `judge ${n}: ${change}`,
    async (model, show) => {
      const judge = at(model.judges, n)
      expectOutcome(await show.call('POST', `/judges/${judge.id}/${change}`), true)
      if (change === 'remove' || change === 'admit') judge.removed = change === 'remove'
      else judge.away = change === 'away'
    },
    someJudge,
  ),
)

export const tap = fc.record({
  judge: judges,
  team: fc.oneof(fc.constant('on stage' as const), teams),
  value: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom('all', 'all', 'one question', 'step aside'),
})
export const score = tap.map((tap) =>
  press(
    `judge ${tap.judge} scores ${tap.team}: ${tap.kind} ${tap.value}`,
    async (model, show) => {
      const judge = at(model.judges, tap.judge)
      const id = tap.team === 'on stage' ? (model.stage.onStage ?? model.order[0]!) : at(model.order, tap.team)
      const { criteria } = show.event
      const answeredCriteria = tap.kind === 'step aside' ? [] : tap.kind === 'all' ? criteria : criteria.slice(0, 1)
      const scores = Object.fromEntries(answeredCriteria.map((criterion) => [criterion.id, tap.value]))
      const recused = tap.kind === 'step aside'
      const body = { scores, recused, editedAt: show.nextEdit() }
      const answer = await show.call('PUT', `/ballots/${id}`, body, judge.key)
      const allowed = !judge.removed && model.phase === 'live' && isOpen(model, id)
      expectOutcome(answer, allowed)
      if (!allowed) return
      judge.arrived = true
      judge.ballots.set(id, { scores, recused, finished: tap.kind !== 'one question' })
    },
    someJudge,
  ),
)
