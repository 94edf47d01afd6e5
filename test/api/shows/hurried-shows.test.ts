import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeInQueue } from '../../../api/rules/show/queue.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { openServer, type Server } from '../../support/show.ts'
import { actions, type HurriedAction } from './hurried-actions.ts'
import { type HurriedShow, openHurriedShow } from './hurried-show.ts'

/** A few dozen shows with every run of the suite; hundreds in the long form. */
const runs = process.env.FAULTS === 'long' ? 600 : 40

describe('a hurried show', () => {
  let server: Server

  beforeAll(async () => {
    server = await openServer('postgres')
  })
  afterAll(() => server.close())

  it('leaves every screen and phone in agreement with the presses, whatever is pressed and in which order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ teams: fc.integer({ min: 1, max: 6 }), judges: fc.integer({ min: 1, max: 4 }) }),
        fc.array(actions, { minLength: 5, maxLength: 30 }),
        async (size, presses) => {
          const show = await openHurriedShow(server, size)
          for (const press of presses) {
            await press.run(show)
            await expectAgreement(show, press)
          }
          expect(server.failures).toEqual([])
        },
      ),
      { numRuns: runs, endOnFailure: false },
    )
  })
})

/** Reads what every screen reads and holds it against the model and against each other. */
async function expectAgreement(show: HurriedShow, press: HurriedAction): Promise<void> {
  const { model } = show
  const [stage, lineUp] = await Promise.all([
    show.read<StageSnapshot>('/stage'),
    show.read<{ entries: Entry[] }>('/line-up'),
  ])
  const entries = lineUp.entries
  const toCome = model.order.filter((id) => !model.called.includes(id) && !model.skipped.has(id))
  const after = `after ${press.toString()}`

  expect(stage.phase, `phase ${after}`).toBe(model.phase)
  expect(stage.onStage?.id ?? null, `on stage ${after}`).toBe(model.onStage)
  if (model.phase === 'live') expect(stage.onDeck?.id ?? null, `on deck ${after}`).toBe(toCome[0] ?? null)
  expect(
    entries.map(({ id }) => id),
    `running order ${after}`,
  ).toEqual(model.order)
  expect(
    entries
      .filter(({ shown }) => shown)
      .map(({ id }) => id)
      .sort(),
    `who has been on ${after}`,
  ).toEqual([...model.called].sort())
  expect(
    [...entries]
      .filter(({ skipped }) => skipped)
      .map(({ id }) => id)
      .sort(),
    `skipped ${after}`,
  ).toEqual([...model.skipped].sort())

  const counting = show.judges.filter((judge) => judge.arrived && !judge.away && !judge.removed)
  if (model.phase === 'live' && model.onStage !== null) {
    expect(stage.scoring.of, `judges expected ${after}`).toBe(counting.length)
    expect(stage.scoring.in, `judges finished ${after}`).toBe(
      counting.filter((judge) => judge.ballots.get(model.onStage!)?.finished).length,
    )
  }

  const now = Date.parse(stage.now)
  if (model.phase === 'live')
    for (const id of model.order) {
      const place = placeInQueue(id, entries, show.event, stage, now)
      const turn = toCome.indexOf(id)
      const expected =
        id === model.onStage ? 'on-stage' : turn >= 0 ? 'waiting' : model.called.includes(id) ? 'been' : 'aside'
      expect(place.is, `place of ${show.nameOf(id)} ${after}`).toBe(expected)
      if (place.is === 'waiting') expect(place.ahead, `turns before ${show.nameOf(id)} ${after}`).toBe(turn + 1)
    }

  for (const judge of show.judges.filter((candidate) => !candidate.removed && candidate.arrived)) {
    const { ballots } = await show.read<{
      ballots: { entryId: string; scores: Record<string, number>; recused: boolean }[]
    }>('/ballots', judge.key)
    const saved = new Map(ballots.map((ballot) => [ballot.entryId, ballot]))
    for (const [entryId, own] of judge.ballots) {
      expect(saved.get(entryId)?.recused ?? false, `recusal of ${judge.name} ${after}`).toBe(own.recused)
      if (!own.recused) expect(saved.get(entryId)?.scores, `scores of ${judge.name} ${after}`).toEqual(own.scores)
    }
    expect(saved.size, `ballots of ${judge.name} ${after}`).toBe(judge.ballots.size)
  }
}
