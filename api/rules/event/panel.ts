import type { Judge } from '../../schema/judge.ts'

/** Whether a judge counts on stage: admitted, arrived and not away. `countedJudgeCondition` in store/judges/judges.ts is the same in SQL. */
export const isCounted = ({ status, away, arrived }: Pick<Judge, 'status' | 'away' | 'arrived'>) =>
  status === 'admitted' && arrived && !away

/** The state of a judge whom the organiser adds. */
export const listedJudge = { status: 'admitted', away: false, arrived: false, mergedInto: null } as const
