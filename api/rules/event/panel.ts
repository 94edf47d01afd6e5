import type { Judge } from '../../schema/judge.ts'

/** `countedJudgeCondition` in store/judges/judges.ts is the same in SQL. */
export const isWaitedFor = (judge: Pick<Judge, 'status' | 'away' | 'challengeOnly' | 'arrived'>) =>
  isPresent(judge) && !judge.challengeOnly

/** A judge of challenges only is not counted on stage, but may be asked for a ballot. */
export const isPresent = ({ status, away, arrived }: Pick<Judge, 'status' | 'away' | 'arrived'>) =>
  status === 'admitted' && arrived && !away

export const listedJudge = {
  status: 'admitted',
  away: false,
  challengeOnly: false,
  arrived: false,
  mergedInto: null,
} as const
