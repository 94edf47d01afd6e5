import type { Paper } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import {
  type Held,
  isRefused,
  isSaved,
  ms,
  type Outbox,
  overtake,
  put,
  rest,
  sameMarks,
  sameWords,
} from './held-ballot.ts'

/** Why an answer did not come, or was no. */
export type Failure = { code: string; title: string; status: number }

/** The judge's tap: stamped later than anything known of this ballot, however wrong the clock. */
export function write(box: Outbox, paper: Paper, nowMs: number): Outbox {
  const held = box[paper.entryId]
  const known = Math.max(
    ms(paper.editedAt),
    ms(held?.paper.editedAt ?? paper.editedAt),
    ms(held?.saved?.editedAt ?? paper.editedAt),
  )
  const editedAt = new Date(Math.max(Math.round(nowMs), known + 1)).toISOString()
  return put(box, paper.entryId, { ...held, ...rest, refused: undefined, paper: { ...paper, editedAt } })
}

/** What waits for the server and may be tried: at most one request a ballot, `limit` in all, the oldest edit first. */
export function due(box: Outbox, nowMs: number, mayGo: (entryId: string) => boolean, limit = 3): Paper[] {
  const all = Object.values(box)
  const free = limit - all.filter((held) => held.sending).length
  return all
    .filter((held) => waits(held) && held.retryAt <= nowMs && mayGo(held.paper.entryId))
    .map((held) => held.paper)
    .sort((a, b) => ms(a.editedAt) - ms(b.editedAt))
    .slice(0, Math.max(0, free))
}

const waits = (held: Held) => !isSaved(held) && !isRefused(held) && !held.sending

/** When to look again, in server ms; undefined when nothing waits for the time to pass. */
export function dueAt(box: Outbox, mayGo: (entryId: string) => boolean): number | undefined {
  const times = Object.values(box)
    .filter((held) => waits(held) && mayGo(held.paper.entryId))
    .map((held) => held.retryAt)
  return times.length ? Math.min(...times) : undefined
}

/** The paper is on its way. */
export function sending(box: Outbox, paper: Paper, told = paper.editedAt): Outbox {
  const held = box[paper.entryId]
  return held ? put(box, paper.entryId, { ...held, sending: paper.editedAt, told }) : box
}

/**
 * When the judge tapped, as the server is told. A paper stamped ahead of time, by a clock that has been put right since, goes
 * as of now: the server would stamp it as of its arrival, and a copy that the network held back could then outrank a later tap.
 */
export function wireAt(held: Held, nowMs: number): string {
  // A clock that is asked again steps by less than this, and the server lets it be.
  if (ms(held.paper.editedAt) <= nowMs + 3000) return held.paper.editedAt
  const before = [held.saved?.editedAt, held.told].map((moment) => (moment ? ms(moment) + 1 : 0))
  return new Date(Math.min(ms(held.paper.editedAt), Math.max(Math.round(nowMs), ...before))).toISOString()
}

/**
 * The server answered with the ballot that stands: ours, or one that another phone of this judge sent. `sentAt`: what the server
 * was told of the moment of the tap.
 */
export function answered(box: Outbox, sent: Paper, stands: Ballot, nowMs: number, sentAt = sent.editedAt): Outbox {
  const held = box[sent.entryId]
  if (!held) return box
  const landed = { ...held, ...rest, sending: undefined, saved: stands }
  if (sameWords(stands, sent) || (stands.editedAt === sentAt && sameMarks(stands, sent)))
    return put(box, sent.entryId, { ...landed, savedEdit: sent.editedAt })
  if (stands.editedAt === sentAt) {
    // Two tabs tapped in one millisecond: the other's stands, and this one goes again as the later.
    const editedAt = new Date(Math.max(ms(held.paper.editedAt), ms(sent.editedAt) + 1)).toISOString()
    return put(box, sent.entryId, { ...landed, paper: { ...held.paper, editedAt } })
  }
  if (ms(stands.editedAt) <= ms(sentAt))
    // The server took our clock back to its own, and a paper from the same seconds stood. It gives way in a moment.
    return put(box, sent.entryId, { ...landed, retryAt: nowMs + 2000 })
  // Edited here since, and later than what stands: that goes next.
  const editedSince = held.paper.editedAt !== sent.editedAt && ms(held.paper.editedAt) > ms(stands.editedAt)
  return put(box, sent.entryId, editedSince ? landed : overtake(landed, stands))
}

const passing = ({ status }: Failure) => status === 0 || status === 408 || status === 429 || status >= 500

/** No answer: again later, with growing and uneven pauses. A refusal: no more until something changes. */
export function failed(box: Outbox, sent: Paper, failure: Failure, nowMs: number, random: number): Outbox {
  const held = box[sent.entryId]
  if (!held) return box
  if (passing(failure)) {
    const pauseMs = Math.min(10_000, 500 * 2 ** held.tries) * (0.5 + random)
    return put(box, sent.entryId, { ...held, sending: undefined, tries: held.tries + 1, retryAt: nowMs + pauseMs })
  }
  const { code, title, status } = failure
  const refused = { edit: sent.editedAt, code, title, final: status !== 401 && status !== 403 && status !== 409 }
  return put(box, sent.entryId, { ...held, ...rest, sending: undefined, refused })
}

/**
 * The clock was put forward by `stepMs`: papers that wait were stamped that much too early, and would lose against an older one
 * of another phone. Never backwards: tabs know the later edit of two by its stamp.
 */
export function restamped(box: Outbox, stepMs: number, nowMs: number): Outbox {
  if (stepMs < 1000) return box
  const late = (held: Held) => Math.min(Math.round(nowMs), ms(held.paper.editedAt) + Math.round(stepMs))
  return Object.fromEntries(
    Object.entries(box).map(([id, held]) => {
      if (isSaved(held) || late(held) <= ms(held.paper.editedAt)) return [id, held]
      return [id, { ...held, paper: { ...held.paper, editedAt: new Date(late(held)).toISOString() } }]
    }),
  )
}

/**
 * The rubric changed: scores on questions that are no longer asked leave every paper. The server dropped those it holds by itself; one
 * that waits is another edit now, stamped just after the tap it was, so that a later tap on another phone still wins.
 */
export function refitted(box: Outbox, asked: string[]): Outbox {
  let next = box
  for (const [id, held] of Object.entries(box)) {
    const all = Object.entries(held.paper.scores)
    const scores = Object.fromEntries(all.filter(([criterionId]) => asked.includes(criterionId)))
    if (Object.keys(scores).length === all.length) continue
    const editedAt = new Date(ms(held.paper.editedAt) + (isSaved(held) ? 0 : 1)).toISOString()
    next = put(next, id, { ...held, refused: undefined, paper: { ...held.paper, scores, editedAt } })
  }
  return next
}

/** Something changed (back online, let in, scoring open again): everything that is not final may be tried at once. */
export function woken(box: Outbox): Outbox {
  return Object.fromEntries(
    Object.entries(box).map(([id, held]) => [
      id,
      { ...held, ...rest, refused: held.refused?.final ? held.refused : undefined },
    ]),
  )
}
