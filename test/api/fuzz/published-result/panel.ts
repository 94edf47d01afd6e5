import fc from 'fast-check'
import type { Method, Publishes } from '../../../../api/schema/event.ts'

export type Scores = { use: number; show: number }
export type Cell = Scores | 'absent' | 'recused' | 'unfinished'
export type Tap = { judge: number; entry: number; cell: Cell; paper: boolean }

export type Step =
  | { do: 'remove' | 'admit'; judge: number }
  | { do: 'merge'; judge: number; other: number }
  | { do: 'disqualify' | 'reinstate'; entry: number }
  | { do: 'set-prizes'; prizes: number[][] }
  | { do: 'set-awards'; method: Method; places: number; criterionAwards: string[] }
  | { do: 'reopen'; taps: Tap[] }
  | { do: 'cast-vote'; joint: boolean; reversed: boolean }

export type Panel = {
  entries: number
  judges: number
  warmUp: boolean
  uncalled: boolean
  skipped: number | null
  removedFirst: number | null
  disqualifiedFirst: number | null
  taps: Tap[]
  steps: Step[]
  publishes: Publishes
}

const equalScores = fc.record({ use: fc.integer({ min: 3, max: 4 }), show: fc.integer({ min: 3, max: 4 }) })
const anyScores = fc.record({ use: fc.integer({ min: 1, max: 5 }), show: fc.integer({ min: 1, max: 5 }) })

/** Few different scores, so that ties are common. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 10, arbitrary: equalScores },
  { weight: 3, arbitrary: anyScores },
  { weight: 2, arbitrary: fc.constantFrom<Cell[]>('absent', 'recused', 'unfinished') },
)

const rarely = fc.integer({ min: 0, max: 4 }).map((n) => n === 0)
const rarelySome = <Value>(some: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: some })
const numbersBelow = (count: number) => [...Array(count).keys()]

function stepOf(entries: number, judges: number): fc.Arbitrary<Step> {
  const entry = fc.integer({ min: 0, max: entries - 1 })
  const judge = fc.integer({ min: 0, max: judges - 1 })
  const tap = fc.record({ judge, entry, cell, paper: rarely })
  return fc.oneof(
    fc.record({ do: fc.constantFrom('remove' as const, 'admit' as const), judge }),
    fc.record({ do: fc.constant('merge' as const), judge, other: judge }),
    fc.record({ do: fc.constantFrom('disqualify' as const, 'reinstate' as const), entry }),
    fc.record({
      do: fc.constant('set-prizes' as const),
      prizes: fc.array(fc.subarray(numbersBelow(entries)), { maxLength: 2 }),
    }),
    fc.record({
      do: fc.constant('set-awards' as const),
      method: fc.constantFrom<Method[]>('levelled', 'mean'),
      places: fc.integer({ min: 1, max: 4 }),
      criterionAwards: fc.subarray(['use', 'show']),
    }),
    fc.record({ do: fc.constant('reopen' as const), taps: fc.array(tap, { maxLength: 3 }) }),
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('cast-vote' as const), joint: fc.boolean(), reversed: fc.boolean() }),
    },
  )
}

export const panels: fc.Arbitrary<Panel> = fc
  .record({ entries: fc.integer({ min: 2, max: 5 }), judges: fc.integer({ min: 2, max: 4 }) })
  .chain(({ entries, judges }) => {
    const places = numbersBelow(judges).flatMap((judge) => numbersBelow(entries).map((entry) => ({ judge, entry })))
    return fc.record({
      entries: fc.constant(entries),
      judges: fc.constant(judges),
      warmUp: rarely,
      uncalled: rarely,
      skipped: rarelySome(fc.integer({ min: 0, max: entries - 1 })),
      removedFirst: rarelySome(fc.integer({ min: 0, max: judges - 1 })),
      disqualifiedFirst: rarelySome(fc.integer({ min: 0, max: entries - 1 })),
      taps: fc
        .array(fc.record({ cell, paper: rarely }), { minLength: places.length, maxLength: places.length })
        .map((cells) => cells.map((tap, n): Tap => ({ ...tap, ...places[n]! }))),
      steps: fc.array(stepOf(entries, judges), { maxLength: 7 }),
      publishes: fc.constantFrom<Publishes[]>('winners', 'everything'),
    })
  })
