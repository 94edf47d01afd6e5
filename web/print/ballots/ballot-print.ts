import type { Criterion } from '../../../api/schema/judging/criterion.ts'

export const maxWordedSteps = 6

export const stepsOf = ({ min, max }: Pick<Criterion, 'min' | 'max'>) =>
  Array.from({ length: max - min + 1 }, (_, n) => min + n)

// Widths on a sheet with all teams, in millimetres: for all questions together, a digit, and the gap between two numbers.
const [shared, digit, gap] = [123, 2.4, 2.5]

export function circled(criteria: Pick<Criterion, 'min' | 'max'>[]): boolean {
  const wide = criteria.map((criterion) => stepsOf(criterion).join('').length * digit + stepsOf(criterion).length * gap)
  return Math.max(...wide) <= shared / criteria.length
}

export const letterOf = (n: number) => String.fromCharCode(65 + n)

export function levelLine({ min, max, levels }: Criterion): string {
  return stepsOf({ min, max })
    .filter((step) => levels[step])
    .map((step) => `${step} ${levels[step]}`)
    .join(' · ')
}
