import type { Criterion } from '../../schema/event.ts'
import type { Comment, CommentState, Decision, TeamPack } from '../../schema/feedback.ts'
import type { Result } from '../../schema/result.ts'
import { computeMedian } from '../ranking/fit/median.ts'
import { refuse } from '../refusal.ts'
import { explain } from './explain.ts'

/** A comment as it is kept, with what was decided about it and what it was then. */
export type StoredComment = Pick<Comment, 'entryId' | 'judgeId' | 'comment' | 'digest'> & {
  decided: { state: Exclude<CommentState, 'waiting'>; words: string; digest: string } | null
}

/** A comment with its state. A decision stands for the comment that was read, and not for what its judge made of it later. */
export function toComment({ decided, ...stored }: StoredComment): Comment {
  if (!decided || decided.digest !== stored.digest)
    return { ...stored, state: 'waiting', words: '', changed: decided !== null }
  return { ...stored, state: decided.state, words: decided.words, changed: false }
}

/** Decisions with the words they pass on. Refuses one about a comment that is not there, or has changed since it was read. */
export function applyDecisions(comments: StoredComment[], decisions: Decision[]): (Decision & { words: string })[] {
  return decisions.map((decision) => {
    const comment = comments.find(
      (comment) => comment.entryId === decision.entryId && comment.judgeId === decision.judgeId,
    )
    if (!comment) refuse('no-such-comment')
    if (comment.digest !== decision.digest) refuse('comment-changed')
    return { ...decision, words: decision.state === 'approved' ? (decision.words ?? comment.comment) : '' }
  })
}

type Criteria = Pick<Criterion, 'id' | 'name' | 'min' | 'max'>[]

/** An entry's score by criterion, inside the scale, beside the median of all entries that were scored, its own among them. */
export function computeProfile({ standings }: Pick<Result, 'standings'>, criteria: Criteria, entryId: string) {
  return criteria.map(({ id: criterionId, min, max }): TeamPack['profile'][number] => {
    const clamp = (score: number) => Math.min(max, Math.max(min, score))
    const scores = standings.flatMap((standing) => standing.byCriterion[criterionId]?.score ?? []).map(clamp)
    const own = standings.find((standing) => standing.entryId === entryId)
    const ownScore = own?.byCriterion[criterionId]?.score ?? null
    return {
      criterionId,
      score: ownScore === null ? null : clamp(ownScore),
      median: scores.length > 0 ? computeMedian(Float64Array.from(scores)) : null,
    }
  })
}

type TeamPackInput = {
  result: Result
  criteria: Criteria
  comments: StoredComment[]
  /** The people's data are gone, and the comments with them. */
  removed: boolean
}

/** What one team takes home. Comments stand in the order of their words, which says nothing of who wrote them. */
export function buildTeamPack(
  { result, criteria, comments, removed }: TeamPackInput,
  entry: TeamPack['entry'],
): TeamPack {
  const standing = result.standings.find((standing) => standing.entryId === entry.id)
  const all = comments.map(toComment)
  return {
    entry,
    profile: computeProfile(result, criteria, entry.id),
    ballots: standing?.ballots ?? 0,
    explanation: standing ? explain(standing, result.method, criteria, 'team') : '',
    awards: result.awards
      .filter((award) => award.entryIds.includes(entry.id))
      .map(({ id, kind, name, rank, citation }) => ({ id, kind, name, rank, citation }))
      .sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99)),
    comments: all
      .filter((comment) => comment.entryId === entry.id && comment.state === 'approved')
      .map((comment) => comment.words)
      .sort(),
    disqualified: result.disqualified?.find(({ entryId }) => entryId === entry.id)?.reason ?? null,
    // About the whole event: about one team it would say that somebody wrote to it, and was left out.
    commentsAre: removed ? 'removed' : all.some((comment) => comment.state === 'waiting') ? 'reading' : 'read',
  }
}
