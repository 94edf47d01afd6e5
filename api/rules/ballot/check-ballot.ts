import type { Entry } from '../../schema/entry.ts'
import type { Phase } from '../../schema/event.ts'
import type { JudgeStatus } from '../../schema/judge.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import { findPhaseRefusal } from '../permissions.ts'
import { refuse } from '../refusal.ts'
import type { BallotDraft } from './ballot.ts'

/** Checked in this order, so that the judge gets the most helpful refusal. */
export function checkBallot(
  at: {
    phase: Phase
    openIds: string[]
    entries: Pick<Entry, 'id' | 'warmUp'>[]
    /** The questions of this ballot, from `ballotCriteria`. */
    criteria: Criterion[]
    judgeStatus: JudgeStatus
  },
  draft: Pick<BallotDraft, 'entryId' | 'scores'>,
): void {
  if (at.judgeStatus === 'removed') refuse('judge-removed')
  if (at.judgeStatus === 'waiting') refuse('not-admitted')
  const entry = at.entries.find((entry) => entry.id === draft.entryId) ?? refuse('no-such-entry')
  if (entry.warmUp) refuse('warm-up')
  if (at.criteria.length === 0) refuse('not-your-entry')
  for (const [criterionId, value] of Object.entries(draft.scores)) checkScore(at.criteria, criterionId, value)
  const refusal = findPhaseRefusal('save-ballot', at.phase)
  if (refusal) throw refusal
  if (!at.openIds.includes(draft.entryId)) refuse('not-yet-shown')
}

function checkScore(criteria: Criterion[], criterionId: string, value: number): void {
  const criterion = criteria.find(({ id }) => id === criterionId) ?? refuse('criterion-not-in-rubric')
  if (!Number.isInteger(value) || value < criterion.min || value > criterion.max)
    refuse('score-out-of-range', `${criterion.name}: from ${criterion.min} to ${criterion.max}`)
}
