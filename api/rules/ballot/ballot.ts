import type { Ballot } from '../../schema/ballot.ts'
import type { Criterion } from '../../schema/event.ts'

/** What a judge has written on one paper, before the server has stamped it. */
export type Paper = Pick<Ballot, 'entryId' | 'scores' | 'comment' | 'recused' | 'editedAt'>

/** An empty paper; `editedAt` at the epoch, so that any tap is newer. */
export function emptyPaper(entryId: string): Paper {
  return { entryId, scores: {}, comment: '', recused: false, editedAt: new Date(0).toISOString() }
}

/** Puts one score on a paper. The page offers scores on the scale only; the server checks them again. */
export function markScore<P extends Paper>(paper: P, criterionId: string, value: number): P {
  return { ...paper, scores: { ...paper.scores, [criterionId]: value } }
}

/** Steps aside from an entry. The scores stay on the paper, uncounted, so that stepping back in loses nothing. */
export function recuse<P extends Paper>(paper: P): P {
  return { ...paper, recused: true }
}

/** Takes a recusal back. */
export function unrecuse<P extends Paper>(paper: P): P {
  return { ...paper, recused: false }
}

/** Every criterion scored and not recused: only then does a ballot count. */
export function isComplete(paper: Pick<Paper, 'scores' | 'recused'>, criteria: Criterion[]): boolean {
  return !paper.recused && criteria.length > 0 && criteria.every((c) => Number.isInteger(paper.scores[c.id]))
}

/** Nothing left to do on it: complete, or stepped aside. */
export function isFinished(paper: Pick<Paper, 'scores' | 'recused'>, criteria: Criterion[]): boolean {
  return paper.recused || isComplete(paper, criteria)
}

/** Of two papers of one judge for one entry, the one that stands: the newest edit, and of equals the one already there. */
export function newerPaper<P extends Paper>(standing: P, other: P): P {
  return Date.parse(other.editedAt) > Date.parse(standing.editedAt) ? other : standing
}

// A phone may be a little ahead of the server; further ahead would let one wrong clock outrank every later tap.
const skewMs = 5000

/** Whether a tap claims a moment that the server's clock has yet to reach, beyond what a phone may be ahead. */
export const isAhead = (editedAt: string, nowMs: number) => Date.parse(editedAt) > nowMs + skewMs

/**
 * The moment of the tap as it is stored, in milliseconds since the epoch: as the phone says, but never far in the future. After the
 * server's clock was set back the ballot that stands is in the future itself; an edit stamped after it goes just behind it, so that it counts.
 */
export function editedAtMs(editedAt: string, nowMs: number, standingAt?: string): number {
  const claimedMs = Date.parse(editedAt)
  if (!isAhead(editedAt, nowMs)) return claimedMs
  const standingMs = standingAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(standingAt)
  return claimedMs > standingMs ? Math.max(nowMs, standingMs + 1) : nowMs
}

/** The very ballot that stands, sent again. What came in another way is another one, however alike. */
export function sameAsStanding<P extends Paper & Pick<Ballot, 'source'>>(standing: P, resent: P): boolean {
  const { scores } = resent
  return (
    standing.source === resent.source &&
    Date.parse(standing.editedAt) === Date.parse(resent.editedAt) &&
    standing.recused === resent.recused &&
    standing.comment === resent.comment &&
    Object.keys(standing.scores).length === Object.keys(scores).length &&
    Object.entries(standing.scores).every(([id, value]) => scores[id] === value)
  )
}
