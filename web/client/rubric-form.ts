import type { Criterion, CriterionBody } from '../../api/schema/event.ts'
import type { Problem } from './api.ts'

/** A criterion as it is typed. One without an id is new. */
export type CriterionValues = {
  id?: string
  name: string
  description: string
  min: string
  max: string
  weight: string
  levels: Record<string, string>
}
export type RubricValues = { criteria: CriterionValues[] }

export const blankCriterion: CriterionValues = {
  name: '',
  description: '',
  min: '1',
  max: '5',
  weight: '1',
  levels: {},
}

export function rubricValues(criteria: Criterion[]): RubricValues {
  return {
    criteria: criteria.map((c) => ({
      ...c,
      min: String(c.min),
      max: String(c.max),
      weight: String(c.weight),
      levels: { ...c.levels },
    })),
  }
}

const whole = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined)
const weightOf = (text: string) =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined

/** Every score on the scale as it is typed, lowest first; none while the ends make no scale. */
export function stepsOf({ min, max }: Pick<CriterionValues, 'min' | 'max'>): number[] {
  const [from, to] = [whole(min), whole(max)]
  if (from === undefined || to === undefined || from >= to || to > 100 || to - from > 20) return []
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

export function checkRubric({ criteria }: RubricValues): Problem['fields'] {
  const wrong: Problem['fields'] = []
  for (const [n, c] of criteria.entries()) {
    const say = (field: string, title: string) => wrong.push({ pointer: `/criteria/${n}/${field}`, title })
    const [min, max, weight] = [whole(c.min), whole(c.max), weightOf(c.weight)]
    if (!c.name.trim()) say('name', 'Please write the question')
    if (min === undefined || min > 99) say('min', 'A whole number from 0')
    if (max === undefined || max < 1 || max > 100) say('max', 'A whole number up to 100')
    else if (min !== undefined && min >= max) say('max', 'The highest score must be above the lowest')
    else if (min !== undefined && max - min > 20) say('max', 'A scale has at most 21 steps')
    if (weight === undefined || weight < 0.01 || weight > 100) say('weight', 'A number above 0, such as 1 or 1.5')
  }
  return wrong
}

/** What the server takes. Words for scores that are no longer on the scale stay behind. */
export function rubricBody({ criteria }: RubricValues): CriterionBody[] {
  return criteria.map((c) => ({
    id: c.id,
    name: c.name,
    description: c.description,
    min: whole(c.min),
    max: whole(c.max) ?? 5,
    weight: weightOf(c.weight),
    levels: Object.fromEntries(
      stepsOf(c)
        .map((step) => [String(step), (c.levels[step] ?? '').trim()])
        .filter(([, words]) => words),
    ),
  }))
}

export type WeightShare = { name: string; percent: number }
export type WeightExample = {
  shares: WeightShare[]
  heaviest: string
  lightest: string
  alike: boolean
  marks: [number, number]
  hi: number
}

/**
 * What the weights do: each question's share, and two made-up teams. One has full marks on the heaviest question and half marks
 * elsewhere, the other the same on the lightest. Undefined while the form holds something that is no number.
 */
export function weightExample(values: RubricValues): WeightExample | undefined {
  if (values.criteria.length === 0 || checkRubric(values).some(({ pointer }) => !pointer.endsWith('/name')))
    return undefined
  const criteria = rubricBody(values).map((c) => ({ name: c.name, min: c.min ?? 1, max: c.max, weight: c.weight ?? 1 }))
  const sum = criteria.reduce((all, c) => all + c.weight, 0)
  const byWeight = criteria.map((c, n) => ({ weight: c.weight, n })).sort((a, b) => b.weight - a.weight || a.n - b.n)
  const top = byWeight[0]!.n
  const bottom = byWeight[byWeight.length - 1]!.n
  const { min, max } = criteria[0]!
  const one = criteria.every((c) => c.min === min && c.max === max)
  // As the ranking does it: criteria on different scales meet on 0 to 100.
  const [lo, hi] = one ? [min, max] : [0, 100]
  const mark = (best: number) =>
    lo + (hi - lo) * criteria.reduce((all, c, n) => all + (c.weight / sum) * (n === best ? 1 : 0.5), 0)
  return {
    shares: criteria.map((c) => ({ name: c.name, percent: (c.weight / sum) * 100 })),
    heaviest: criteria[top]!.name,
    lightest: criteria[bottom]!.name,
    alike: criteria[top]!.weight === criteria[bottom]!.weight,
    marks: [mark(top), mark(bottom)],
    hi,
  }
}
