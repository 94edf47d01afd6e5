import type { Judge } from '../../../api/schema/judge.ts'

export function judgeState({ status, away, arrived, mergedInto }: Judge): string {
  if (status === 'waiting') return 'Waits to be let in'
  if (status === 'removed') return mergedInto === null ? 'Removed' : 'Merged'
  if (!arrived) return 'Not here yet'
  return away ? 'Stepped out' : 'Here'
}
