import type { Criterion, CriterionBody } from '../../../api/schema/judging/criterion.ts'
import type { Problem } from '../../core/api.ts'

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

export function stepsOf({ min, max }: Pick<CriterionValues, 'min' | 'max'>): number[] {
  const [from, to] = [whole(min), whole(max)]
  if (from === undefined || to === undefined || from >= to || to > 100 || to - from > 20) return []
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

export function checkRubric({ criteria }: RubricValues): Problem['fields'] {
  const problems: Problem['fields'] = []
  for (const [n, c] of criteria.entries()) {
    const addProblem = (field: string, title: string) => problems.push({ pointer: `/criteria/${n}/${field}`, title })
    const [min, max, weight] = [whole(c.min), whole(c.max), weightOf(c.weight)]
    if (!c.name.trim()) addProblem('name', 'Please write the question')
    if (min === undefined || min > 99) addProblem('min', 'A whole number from 0')
    if (max === undefined || max < 1 || max > 100) addProblem('max', 'A whole number up to 100')
    else if (min !== undefined && min >= max) addProblem('max', 'The highest score must be above the lowest')
    else if (min !== undefined && max - min > 20) addProblem('max', 'A scale has at most 21 steps')
    if (weight === undefined || weight < 0.01 || weight > 100)
      addProblem('weight', 'A number above 0, such as 1 or 1.5')
  }
  return problems
}

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
