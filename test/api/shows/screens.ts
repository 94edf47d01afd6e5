import { expect } from 'vitest'
import { isFinished } from '../../../api/rules/ballot/ballot.ts'
import { forecastShow } from '../../../api/rules/show/forecast.ts'
import { placeInQueue } from '../../../api/rules/show/queue.ts'
import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { DeskUpdate, StageSnapshot } from '../../../api/schema/stage.ts'
import { nextStep } from '../../../presenter/desk/next/next-step.ts'
import type { PlayedShow } from './played-show.ts'
import { countedJudges, isOpen, leftToScore, type ShowModel, turnsToCome } from './show-model.ts'

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)
const sorted = (ids: Iterable<string>) => [...ids].sort()

export async function expectAgreement(model: ShowModel, show: PlayedShow): Promise<void> {
  const [stage, { entries }, desk] = await Promise.all([
    show.read<StageSnapshot>('/stage'),
    show.read<{ entries: Entry[] }>('/line-up'),
    show.read<DeskUpdate>('/desk', show.organiserKey),
  ])
  expectStage(model, stage)
  expectLineUp(model, entries)
  expectDesk(model, stage, desk)
  if (model.phase !== 'closed') expectQueue(model, show, stage, entries)
  await expectPhones(model, show, stage, entries)
}

function expectStage(model: ShowModel, stage: StageSnapshot): void {
  const { phase, scene, message, timer } = stage
  const counted = countedJudges(model)
  const done = counted.filter(({ ballots }) => ballots.get(model.stage.onStage ?? '')?.finished)
  expect(
    {
      ...{ phase, scene, message, part: timer.part, clock: timer.state },
      onStage: stage.onStage?.id ?? null,
      onDeck: stage.onDeck?.id ?? null,
      in: stage.scoring.in,
      of: stage.scoring.of,
      open: stage.scoring.open,
      showcase: stage.showcase?.untilAt,
      slots: stage.slots,
    },
    'the stage',
  ).toEqual({
    ...{ phase: model.phase, scene: model.stage.scene, message: model.stage.message },
    ...{ part: model.stage.clock.part, clock: model.stage.clock.state },
    onStage: model.stage.onStage,
    onDeck: turnsToCome(model)[0] ?? null,
    in: done.length,
    of: counted.length,
    open: model.phase === 'live',
    showcase: model.stage.showcaseUntil,
    slots: model.order.filter((id) => model.stage.called.includes(id) || !model.skipped.has(id)).length,
  })
}

function expectLineUp(model: ShowModel, entries: Entry[]): void {
  expect(idsOf(entries), 'the running order').toEqual(model.order)
  expect(sorted(idsOf(entries.filter(({ shown }) => shown))), 'who has been on').toEqual(sorted(model.stage.called))
  expect(sorted(idsOf(entries.filter(({ skipped }) => skipped))), 'skipped').toEqual(sorted(model.skipped))
  const open = model.order.filter((id) => isOpen(model, id))
  expect(sorted(idsOf(entries.filter(({ open }) => open))), 'who takes scores').toEqual(sorted(open))
  const timed = entries.filter(({ calledAt }) => calledAt !== null)
  expect(sorted(idsOf(timed)), 'teams with a time of their call').toEqual(sorted(model.stage.called))
}

function expectDesk(model: ShowModel, stage: StageSnapshot, desk: DeskUpdate): void {
  const open = model.order.filter((id) => isOpen(model, id))
  expect(desk.open, 'the desk: how many take scores').toBe(open.length)
  const walks = model.opened !== undefined && model.phase === 'live'
  const visited = walks ? open.filter((id) => !model.skipped.has(id)) : []
  expect(sorted(desk.visits.map(({ entryId }) => entryId)), 'where the desk may send judges').toEqual(sorted(visited))
  const panel = model.judges.filter(({ removed }) => !removed)
  const progress = desk.panel.map(({ id, arrived, away, in: isIn, done }) => ({ id, arrived, away, isIn, done }))
  const expected = panel.map(({ id, arrived, away, ballots }) => ({
    ...{ id, arrived, away },
    isIn: ballots.get(model.stage.onStage ?? '')?.finished ?? false,
    done: [...ballots.values()].filter(({ finished }) => finished).length,
  }))
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
  expect(progress.sort(byId), 'the panel on the desk').toEqual(expected.sort(byId))
  if (model.phase === 'live' && (stage.scene === 'on-stage' || stage.scene === 'welcome')) {
    const onlyLast = model.stage.onStage === null ? ['add-teams'] : ['start-last', 'close-scoring']
    const steps = turnsToCome(model).length > 0 ? ['call'] : onlyLast
    expect(steps, 'the desk’s next step').toContain(nextStep(stage, false))
  }
}

function expectQueue(model: ShowModel, show: PlayedShow, stage: StageSnapshot, entries: Entry[]): void {
  const nowMs = Date.parse(stage.now)
  const turns = turnsToCome(model)
  for (const id of model.order) {
    const place = placeInQueue(id, entries, show.event, stage, nowMs)
    const ahead = turns.indexOf(id) + 1
    const been = model.stage.called.includes(id) ? 'been' : 'aside'
    expect(place.is, `place ${model.order.indexOf(id)} in the order`).toBe(
      id === model.stage.onStage ? 'on-stage' : ahead > 0 ? 'waiting' : been,
    )
    if (place.is === 'waiting') expect(place.ahead, 'turns until its own').toBe(ahead)
  }
  const { talkSeconds, questionsSeconds } = show.event
  const { timer } = stage
  const clockMs = timer.endsAt ? Date.parse(timer.endsAt) - nowMs : (timer.remainingMs ?? timer.plannedMs)
  const questionsMs = timer.part === 'talk' ? questionsSeconds * 1000 : 0
  const leftMs = model.stage.onStage === null ? 0 : clockMs + questionsMs
  const ends = [model.stage.breakUntil, model.stage.showcaseUntil].map((end) => (end ? Date.parse(end) : nowMs))
  const startMs = Math.max(...ends) + leftMs
  const planned = turns.map((id, n) => [id, startMs + n * (talkSeconds + questionsSeconds) * 1000])
  expect([...forecastShow(entries, show.event, stage, nowMs).callAtMs], 'what is planned when').toEqual(planned)
}

async function expectPhones(model: ShowModel, show: PlayedShow, stage: StageSnapshot, entries: Entry[]): Promise<void> {
  const { phone } = show
  if (phone.lineUpVersion !== stage.lineUpVersion) {
    phone.lineUpVersion = stage.lineUpVersion
    phone.entries = entries
    phone.open = new Set(idsOf(entries.filter(({ open }) => open)))
  }
  if (stage.onStage) phone.open.add(stage.onStage.id)
  const open = model.order.filter((id) => isOpen(model, id))
  expect(sorted(phone.open), 'teams that phones may score').toEqual(sorted(open))
  expect(idsOf(phone.entries), 'the running order on phones').toEqual(model.order)

  const { criteria } = show.event
  for (const judge of model.judges.filter(({ removed, ballots }) => !removed && ballots.size > 0)) {
    const { ballots } = await show.read<{ ballots: Ballot[] }>('/ballots', judge.key)
    const saved = ballots.map(({ entryId, scores, recused }) => [entryId, { scores, recused }] as const)
    const expected = [...judge.ballots].map(([id, { scores, recused }]) => [id, { scores, recused }])
    expect(Object.fromEntries(saved), `ballots of ${judge.name}`).toEqual(Object.fromEntries(expected))
    const finished = ballots.filter((ballot) => isFinished(ballot, criteria)).map(({ entryId }) => entryId)
    const playing = phone.entries
      .map((entry) => ({ ...entry, shown: model.stage.called.includes(entry.id) }))
      .filter(isCountedTeam)
    const left = idsOf(playing).filter((id) => !finished.includes(id))
    expect(left, `left to score for ${judge.name}`).toEqual(leftToScore(model, judge))
  }
}
