import type { Judge } from '../../schema/judge.ts'

/** `countedJudgeCondition` in store/judges/judges.ts is the same in SQL. */
export const isCounted = ({ status, away, arrived }: Pick<Judge, 'status' | 'away' | 'arrived'>) =>
  status === 'admitted' && arrived && !away

export const listedJudge = { status: 'admitted', away: false, arrived: false, mergedInto: null } as const
