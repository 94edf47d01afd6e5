import type { Ballot } from '../../schema/ballot.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'

export type BallotDraft = Pick<Ballot, 'entryId' | 'scores' | 'comment' | 'recused' | 'editedAt'>

/** `editedAt` is the epoch, so that any tap is newer. */
export function emptyBallot(entryId: string): BallotDraft {
  return { entryId, scores: {}, comment: '', recused: false, editedAt: new Date(0).toISOString() }
}

export function markScore<P extends BallotDraft>(draft: P, criterionId: string, value: number): P {
  return { ...draft, scores: { ...draft.scores, [criterionId]: value } }
}

/** The scores do not count, but stay, so that `unrecuse` restores them. */
export function recuse<P extends BallotDraft>(draft: P): P {
  return { ...draft, recused: true }
}

export function unrecuse<P extends BallotDraft>(draft: P): P {
  return { ...draft, recused: false }
}

export function isComplete(draft: Pick<BallotDraft, 'scores' | 'recused'>, criteria: Criterion[]): boolean {
  return !draft.recused && criteria.length > 0 && criteria.every(({ id }) => Number.isInteger(draft.scores[id]))
}

export function isFinished(draft: Pick<BallotDraft, 'scores' | 'recused'>, criteria: Criterion[]): boolean {
  return draft.recused || isComplete(draft, criteria)
}

/** Of equally new edits, the stored one. */
export function newerBallot<P extends BallotDraft>(stored: P, other: P): P {
  return Date.parse(other.editedAt) > Date.parse(stored.editedAt) ? other : stored
}

// A phone's clock may be this far ahead of the server's. More would let one wrong clock outrank every later tap.
const skewMs = 5000

export const isAhead = (editedAt: string, nowMs: number) => Date.parse(editedAt) > nowMs + skewMs

/**
 * The time to store for an edit, in ms since the epoch: the phone's time, but not ahead of the server's by more than `skewMs`. If the
 * server's clock was set back, the stored edit may lie in the future; an edit that claims a later time is stored 1 ms after it, so that it
 * counts.
 */
export function editedAtMs(editedAt: string, nowMs: number, storedAt?: string): number {
  const claimedMs = Date.parse(editedAt)
  if (!isAhead(editedAt, nowMs)) return claimedMs
  const storedMs = storedAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(storedAt)
  return claimedMs > storedMs ? Math.max(nowMs, storedMs + 1) : nowMs
}

/** A ballot from another source (phone, paper) is a different ballot. */
export function isSameEdit<P extends BallotDraft & Pick<Ballot, 'source'>>(stored: P, resent: P): boolean {
  const { scores } = resent
  return (
    stored.source === resent.source &&
    Date.parse(stored.editedAt) === Date.parse(resent.editedAt) &&
    stored.recused === resent.recused &&
    stored.comment === resent.comment &&
    Object.keys(stored.scores).length === Object.keys(scores).length &&
    Object.entries(stored.scores).every(([id, value]) => scores[id] === value)
  )
}
