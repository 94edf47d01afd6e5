import type { Comment, CommentState, Decision, TeamPack } from '../../schema/feedback.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import type { Result } from '../../schema/result.ts'
import { computeMedian } from '../ranking/fit/median.ts'
import { refuse } from '../refusal.ts'
import { explain } from './explain.ts'

export type StoredComment = Pick<Comment, 'entryId' | 'judgeId' | 'comment' | 'digest'> & {
  decided: { state: Exclude<CommentState, 'waiting'>; words: string; digest: string } | null
}

/** A decision applies only to the text that was read, not to a later edit. */
export function toComment({ decided, ...stored }: StoredComment): Comment {
  if (!decided || decided.digest !== stored.digest)
    return { ...stored, state: 'waiting', words: '', changed: decided !== null }
  return { ...stored, state: decided.state, words: decided.words, changed: false }
}

/** Refuses a missing comment, and one that changed since it was read. */
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
  removed: boolean
}

/** Comments are sorted by their text, so that the order does not reveal who wrote them. */
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
      .map(({ id, kind, name, rank, citation, givenBy }) => ({ id, kind, name, rank, citation, givenBy }))
      .sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99)),
    comments: all
      .filter((comment) => comment.entryId === entry.id && comment.state === 'approved')
      .map((comment) => comment.words)
      .sort(),
    disqualified: result.disqualified?.find(({ entryId }) => entryId === entry.id)?.reason ?? null,
    // For the whole event: for one team it would reveal that a comment for it was left out.
    commentsAre: removed ? 'removed' : all.some((comment) => comment.state === 'waiting') ? 'reading' : 'read',
  }
}
