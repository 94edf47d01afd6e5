import type { BallotDraft } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import {
  type HeldBallot,
  hasSameScores,
  isRefused,
  isSamePaper,
  isSaved,
  ms,
  noRetry,
  type Outbox,
  replaceByServer,
  withBallot,
} from './held-ballot.ts'

export type Failure = { code: string; title: string; status: number }

/** Adds the judge's tap, stamped later than every known edit of this ballot, however wrong the clock is. */
export function write(outbox: Outbox, paper: BallotDraft, nowMs: number): Outbox {
  const held = outbox[paper.entryId]
  const latestEditMs = Math.max(
    ms(paper.editedAt),
    ms(held?.paper.editedAt ?? paper.editedAt),
    ms(held?.saved?.editedAt ?? paper.editedAt),
  )
  const editedAt = new Date(Math.max(Math.round(nowMs), latestEditMs + 1)).toISOString()
  return withBallot(outbox, paper.entryId, { ...held, ...noRetry, refused: undefined, paper: { ...paper, editedAt } })
}

/** The papers to send now: at most one request a ballot, `limit` requests in all, the oldest edit first. */
export function findDue(outbox: Outbox, nowMs: number, isOpen: (entryId: string) => boolean, limit = 3): BallotDraft[] {
  const all = Object.values(outbox)
  const free = limit - all.filter((held) => held.sending).length
  return all
    .filter((held) => isWaiting(held) && held.retryAt <= nowMs && isOpen(held.paper.entryId))
    .map((held) => held.paper)
    .sort((a, b) => ms(a.editedAt) - ms(b.editedAt))
    .slice(0, Math.max(0, free))
}

const isWaiting = (held: HeldBallot) => !isSaved(held) && !isRefused(held) && !held.sending

export function nextDueAt(outbox: Outbox, isOpen: (entryId: string) => boolean): number | undefined {
  const times = Object.values(outbox)
    .filter((held) => isWaiting(held) && isOpen(held.paper.entryId))
    .map((held) => held.retryAt)
  return times.length ? Math.min(...times) : undefined
}

export function markSending(outbox: Outbox, paper: BallotDraft, sentEdit = paper.editedAt): Outbox {
  const held = outbox[paper.entryId]
  return held ? withBallot(outbox, paper.entryId, { ...held, sending: paper.editedAt, sentEdit }) : outbox
}

/**
 * The `editedAt` to send. A paper that a wrong clock stamped ahead of time is sent with the present time: otherwise the server stamps
 * each copy at its arrival, and a delayed copy could outrank a later tap.
 */
export function editedAtToSend(held: HeldBallot, nowMs: number): string {
  // Tolerance above the jitter of a resync and below the server's clamp of 5 s.
  if (ms(held.paper.editedAt) <= nowMs + 3000) return held.paper.editedAt
  const before = [held.saved?.editedAt, held.sentEdit].map((moment) => (moment ? ms(moment) + 1 : 0))
  return new Date(Math.min(ms(held.paper.editedAt), Math.max(Math.round(nowMs), ...before))).toISOString()
}

export function receiveAnswer(
  outbox: Outbox,
  sent: BallotDraft,
  serverBallot: Ballot,
  nowMs: number,
  sentAt = sent.editedAt,
): Outbox {
  const held = outbox[sent.entryId]
  if (!held) return outbox
  const acknowledged = { ...held, ...noRetry, sending: undefined, saved: serverBallot }
  if (isSamePaper(serverBallot, sent) || (serverBallot.editedAt === sentAt && hasSameScores(serverBallot, sent)))
    return withBallot(outbox, sent.entryId, { ...acknowledged, savedEdit: sent.editedAt })
  if (serverBallot.editedAt === sentAt) {
    // Two tabs tapped in one millisecond: the other's edit stays, and this one is sent again as the later.
    const editedAt = new Date(Math.max(ms(held.paper.editedAt), ms(sent.editedAt) + 1)).toISOString()
    return withBallot(outbox, sent.entryId, { ...acknowledged, paper: { ...held.paper, editedAt } })
  }
  if (ms(serverBallot.editedAt) <= ms(sentAt))
    // The server clamped our stamp to its own time and kept an older edit: retry in 2 s.
    return withBallot(outbox, sent.entryId, { ...acknowledged, retryAt: nowMs + 2000 })
  const editedSince = held.paper.editedAt !== sent.editedAt && ms(held.paper.editedAt) > ms(serverBallot.editedAt)
  return withBallot(outbox, sent.entryId, editedSince ? acknowledged : replaceByServer(acknowledged, serverBallot))
}

const isTemporary = ({ status }: Failure) => status === 0 || status === 408 || status === 429 || status >= 500

/** Without an answer the paper is sent again after growing, random pauses; after a refusal, not before something changes. */
export function receiveFailure(
  outbox: Outbox,
  sent: BallotDraft,
  failure: Failure,
  nowMs: number,
  random: number,
): Outbox {
  const held = outbox[sent.entryId]
  if (!held) return outbox
  if (isTemporary(failure)) {
    const pauseMs = Math.min(10_000, 500 * 2 ** held.tries) * (0.5 + random)
    return withBallot(outbox, sent.entryId, {
      ...held,
      sending: undefined,
      tries: held.tries + 1,
      retryAt: nowMs + pauseMs,
    })
  }
  const { code, title, status } = failure
  const refused = { edit: sent.editedAt, code, title, final: status !== 401 && status !== 403 && status !== 409 }
  return withBallot(outbox, sent.entryId, { ...held, ...noRetry, sending: undefined, refused })
}

/**
 * The clock was corrected forwards by `stepMs`: waiting papers were stamped that much too early, and would lose against an older one
 * of another phone. Stamps never move backwards: two tabs order their edits by them.
 */
export function restamp(outbox: Outbox, stepMs: number, nowMs: number): Outbox {
  if (stepMs < 1000) return outbox
  const restampedMs = (held: HeldBallot) => Math.min(Math.round(nowMs), ms(held.paper.editedAt) + Math.round(stepMs))
  return Object.fromEntries(
    Object.entries(outbox).map(([id, held]) => {
      if (isSaved(held) || restampedMs(held) <= ms(held.paper.editedAt)) return [id, held]
      return [id, { ...held, paper: { ...held.paper, editedAt: new Date(restampedMs(held)).toISOString() } }]
    }),
  )
}

/**
 * The questions changed: removes scores of other criteria than these, which are given by entry. The server removes them from the ballots it holds by itself. A
 * waiting paper becomes a new edit, stamped just after its tap, so that a later tap on another phone still wins.
 */
export function removeOldCriteria(outbox: Outbox, criterionIds: (entryId: string) => string[]): Outbox {
  let next = outbox
  for (const [id, held] of Object.entries(outbox)) {
    const all = Object.entries(held.paper.scores)
    const scores = Object.fromEntries(all.filter(([criterionId]) => criterionIds(id).includes(criterionId)))
    if (Object.keys(scores).length === all.length) continue
    const editedAt = new Date(ms(held.paper.editedAt) + (isSaved(held) ? 0 : 1)).toISOString()
    next = withBallot(next, id, { ...held, refused: undefined, paper: { ...held.paper, scores, editedAt } })
  }
  return next
}

/** Makes everything due at once that is not finally refused: the phone is back online, the judge admitted, or scoring open again. */
export function retryAll(outbox: Outbox): Outbox {
  return Object.fromEntries(
    Object.entries(outbox).map(([id, held]) => [
      id,
      { ...held, ...noRetry, refused: held.refused?.final ? held.refused : undefined },
    ]),
  )
}
