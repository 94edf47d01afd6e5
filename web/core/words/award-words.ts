import type { Award } from '../../../api/schema/result.ts'
import { isolateName } from './names.ts'

/** "named joint by Cllr Ann Grant", "decided by Cllr Ann Grant’s casting vote" */
export function chairWords(by: string, joint: boolean): string {
  const name = by === 'The chair' ? 'the chair' : isolateName(by)
  return joint ? `named joint by ${name}` : `decided by ${name}’s casting vote`
}

export function chairWordsOf({ castingVote, entryIds }: Pick<Award, 'castingVote' | 'entryIds'>): string {
  return castingVote ? chairWords(castingVote.by, entryIds.length > 1) : ''
}
