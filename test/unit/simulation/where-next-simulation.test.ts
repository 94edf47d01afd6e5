import { describe, expect, it } from 'vitest'
import { buildTable, selectMarks } from '../../../api/rules/ranking/marks.ts'
import { placeMarks } from '../../../api/rules/ranking/rank-marks.ts'
import { mulberry32 } from '../../../api/rules/show/chance.ts'
import { amount } from '../../faults/seed.ts'
import { byChance, byRule, fromAnywhere, fromTheDoor, type Size, type Walk } from './walks.ts'

const scale = { lo: 1, hi: 10 }
/** Points by which judges mark their first demos below the later ones. */
const earlyPenalty = [1.2, 0.8, 0.5, 0.2]

function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

const indexOfMax = (values: ArrayLike<number>) =>
  Array.from(values).reduce((best, value, at, all) => (value > all[best]! ? at : best), 0)

/** One panel: whether the truly best entry wins by the levelled average, and how many entries have fewer than three ballots. */
function playPanel(size: Size, walk: Walk, seed: number) {
  const uniform = mulberry32(seed)
  const quality = Array.from({ length: size.entries }, () => 0.9 * normal(uniform))
  const leniency = Array.from({ length: size.judges }, () => 0.9 * normal(uniform))
  const matrix: (number | null)[][] = quality.map(() => leniency.map(() => null))
  for (const [judge, entries] of walk(size, uniform).entries())
    for (const [nth, entry] of entries.entries()) {
      const mark = 5.5 + quality[entry]! + leniency[judge]! + 0.9 * normal(uniform) - (earlyPenalty[nth] ?? 0)
      matrix[entry]![judge] = Math.min(scale.hi, Math.max(scale.lo, Math.round(mark * 5) / 5))
    }
  const marks = selectMarks(buildTable(matrix, scale))
  const { scores } = placeMarks(marks, 'levelled', [])
  const winner = marks.entryIndex[indexOfMax(scores)]
  const thin = matrix.filter((row) => row.filter((mark) => mark !== null).length < 3).length
  return { bestWins: winner === indexOfMax(quality), thin }
}

function play(size: Size, walk: Walk, panels: number) {
  const results = Array.from({ length: panels }, (_, n) => playPanel(size, walk, 1000 + n))
  return {
    bestWins: results.filter((result) => result.bestWins).length / panels,
    thin: results.reduce((sum, { thin }) => sum + thin, 0) / panels,
    mostThin: Math.max(...results.map(({ thin }) => thin)),
  }
}

const ways = { door: fromTheDoor, anywhere: fromAnywhere, chance: byChance, rule: byRule() }

function playAll(name: string, size: Size, panels: number) {
  const entries = Object.entries(ways).map(([way, walk]) => [way, play(size, walk, panels)] as const)
  process.stdout.write(
    `${name}, the best wins: ${entries.map(([way, { bestWins, thin }]) => `${way} ${(100 * bestWins).toFixed(1)} % (${thin.toFixed(1)} thin)`).join(', ')}\n`,
  )
  return Object.fromEntries(entries) as Record<keyof typeof ways, ReturnType<typeof play>>
}

describe('a result of judges who go where the rule sends them, when they mark their first demos low', () => {
  it('finds the best of twelve as often as walks from the door do or more, with all twelve seen', () => {
    const { door, rule } = playAll(
      '12 × 8, all',
      { entries: 12, judges: 8, visitsPerJudge: 12 },
      amount(150, 1500, 5000),
    )
    expect(rule.bestWins).toBeGreaterThan(door.bestWins)
  })

  it('finds it more often than walks from the door with six seen, and no entry has fewer than three ballots', () => {
    const { door, rule } = playAll(
      '12 × 8, six',
      { entries: 12, judges: 8, visitsPerJudge: 6 },
      amount(150, 1500, 5000),
    )
    expect(rule.bestWins).toBeGreaterThan(door.bestWins)
    expect(rule.mostThin).toBe(0)
    expect(door.thin).toBeGreaterThan(3)
  })

  it('finds it more often among sixty with twelve seen', () => {
    const size = { entries: 60, judges: 40, visitsPerJudge: 12 }
    const { door, rule } = playAll('60 × 40, twelve', size, amount(20, 200, 800))
    expect(rule.bestWins).toBeGreaterThan(door.bestWins)
    expect(rule.mostThin).toBe(0)
  })

  it('has fewer thin entries than chance where judges ignore it, come late and leave early', () => {
    const size = { entries: 12, judges: 8, visitsPerJudge: 6 }
    const panels = amount(150, 1500, 5000)
    const careless = play(size, byRule({ ignores: 0.25, comesLate: 0.25, leavesEarly: 0.25 }), panels)
    expect(careless.thin).toBeLessThan(play(size, byChance, panels).thin)
  })
})
