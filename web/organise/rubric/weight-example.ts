import { checkRubric, type RubricValues, rubricBody } from './rubric-form.ts'

type Scale = { name: string; min: number; max: number; weight: number }

export type WeightExample = {
  shares: { name: string; percent: number }[]
  on: string
  scores: [number[], number[]]
  marks: [number, number]
  ahead: 0 | 1 | null
  /** Other weights that reverse the order: all equal, or this question at `weight` and the others at 1. */
  otherwise: { weight: number | 'alike'; marks: [number, number]; ahead: 0 | 1 } | null
  hi: number
}

const parts = [0, 0.25, 0.5, 0.75, 1]
const rounded = (mark: number) => Math.round(mark * 100) / 100
const aheadOf = ([a, b]: [number, number]) => (rounded(a) === rounded(b) ? null : a > b ? 0 : 1)

export function weightExample(values: RubricValues): WeightExample | undefined {
  if (values.criteria.length < 2 || checkRubric(values).some(({ pointer }) => !pointer.endsWith('/name')))
    return undefined
  const scales = rubricBody(values).map((c) => ({ name: c.name, min: c.min ?? 1, max: c.max, weight: c.weight ?? 1 }))
  const weights = scales.map((scale) => scale.weight)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const heaviest = Math.max(...weights)
  const on = weights.indexOf(heaviest)
  const { min, max } = scales[0]!
  const sameScale = scales.every((scale) => scale.min === min && scale.max === max)
  const [lo, hi] = sameScale ? [min, max] : [0, 100]
  const mark = (scores: number[], by: number[]) => {
    const all = by.reduce((total, weight) => total + weight, 0)
    return lo + (hi - lo) * scores.reduce((total, score, n) => total + (by[n]! / all) * shareOf(scales[n]!, score), 0)
  }
  const alike = scales.map(() => 1)
  const raised = (weight: number) => scales.map((_, n) => (n === on ? weight : 1))
  const closestTeams = [2, 3, 5, 10]
    .map((weight) => ({ weight, teams: twoTeams(scales, on, mark, alike, raised(weight)) }))
    .find(({ teams }) => teams)
  if (!closestTeams?.teams) return undefined
  const marks = closestTeams.teams.map((scores) => mark(scores, weights)) as [number, number]
  const ahead = aheadOf(marks)
  const other = ahead === 0 ? alike : raised(closestTeams.weight)
  const otherMarks = closestTeams.teams.map((scores) => mark(scores, other)) as [number, number]
  return {
    shares: scales.map(({ name, weight }) => ({ name, percent: (weight / sum) * 100 })),
    on: scales[on]!.name,
    scores: closestTeams.teams,
    marks,
    ahead,
    otherwise: { weight: ahead === 0 ? 'alike' : closestTeams.weight, marks: otherMarks, ahead: ahead === 0 ? 1 : 0 },
    hi,
  }
}

const shareOf = ({ min, max }: Scale, score: number) => (score - min) / (max - min)
const scoreAt = ({ min, max }: Scale, part: number) => Math.round(min + part * (max - min))

/** Scores with which the second team is ahead at equal weights, and the first when one question weighs more. */
function twoTeams(
  scales: Scale[],
  on: number,
  mark: (scores: number[], by: number[]) => number,
  alike: number[],
  raised: number[],
): [number[], number[]] | undefined {
  const team = (best: number, rest: number) => scales.map((scale, n) => scoreAt(scale, n === on ? best : rest))
  let closestTeams: [number[], number[]] | undefined
  let closest = Number.POSITIVE_INFINITY
  for (const others of [0.75, 1, 0.5, 0.25]) {
    for (const rest of parts)
      for (const best of parts) {
        const teams: [number[], number[]] = [team(1, rest), team(best, others)]
        const lead = (by: number[]) => mark(teams[1], by) - mark(teams[0], by)
        const [before, after] = [lead(alike), lead(raised)]
        if (before < 0.01 || after > -0.01 || before + Math.abs(after) >= closest) continue
        closestTeams = teams
        closest = before + Math.abs(after)
      }
    if (closestTeams) return closestTeams
  }
  return undefined
}
