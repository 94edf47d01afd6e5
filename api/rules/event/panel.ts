import type { Judge } from '../../schema/judge.ts'

/**
 * Whether the room waits for a judge: admitted, has come and is not away. `countedJudge` in store/judges.ts says the same in SQL for the
 * stage's counts.
 */
export const isCounted = ({ status, away, arrived }: Pick<Judge, 'status' | 'away' | 'arrived'>) =>
  status === 'admitted' && arrived && !away

/** The standing of a judge whom the organiser puts on the panel. */
export const listedJudge = { status: 'admitted', away: false, arrived: false, mergedInto: null } as const
