import type { Criterion } from '../../../api/schema/event.ts'

/** What of a scale is printed: every step with its words, or where there are many, the steps alone and the words in one line. */
export const mostWordedSteps = 6

export const stepsOf = ({ min, max }: Pick<Criterion, 'min' | 'max'>) =>
  Array.from({ length: max - min + 1 }, (_, n) => min + n)

// On a sheet that holds all teams, in millimetres: what all questions share, a digit, and the gap between two numbers.
const [shared, digit, gap] = [123, 2.4, 2.5]

/** Whether the numbers of every question fit beside a team's name, to be circled; else a box takes the number that is written. */
export function circled(criteria: Pick<Criterion, 'min' | 'max'>[]): boolean {
  const wide = criteria.map((one) => stepsOf(one).join('').length * digit + stepsOf(one).length * gap)
  return Math.max(...wide) <= shared / criteria.length
}

/** "A", "B" … for the columns of a sheet that holds all teams. */
export const letterOf = (n: number) => String.fromCharCode(65 + n)

/** "1 I did not follow it · 5 I will tell others" of what the levels say. */
export function levelLine({ min, max, levels }: Criterion): string {
  return stepsOf({ min, max })
    .filter((step) => levels[step])
    .map((step) => `${step} ${levels[step]}`)
    .join(' · ')
}
