import type { Paper } from '../../api/rules/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'

/** What the phone keeps of one ballot. It survives a reload, a locked phone and a flat battery. */
export type Kept = {
  /** The judge's last word, as far as this phone knows. */
  paper: Paper
  /** What the server holds, as it last said. */
  saved?: Ballot
  /** The `editedAt` of the last paper that the server has acknowledged. */
  savedEdit?: string
  /** The moment of the tap that the server was last told; nothing later may be told as earlier. */
  told?: string
  /** The server said no to this very edit. `final`: only another edit can help. */
  refused?: { edit: string; code: string; title: string; final: boolean }
}

/** `sending`: the edit that is on its way now. `retryAt`: server ms before which it is not tried again. */
export type Held = Kept & { sending?: string; tries: number; retryAt: number }

/** Every ballot of one judge at one event, by entry. Never changed in place. */
export type Outbox = Readonly<Record<string, Held>>

/** Why an answer did not come, or was no. */
export type Failure = { code: string; title: string; status: number }

const ms = (moment: string) => Date.parse(moment)
/** The later of two moments, either of which may be unknown. */
const later = (a: string | undefined, b: string | undefined) => (a && b ? (ms(a) < ms(b) ? b : a) : (a ?? b))
const rest = { tries: 0, retryAt: 0 }
const put = (box: Outbox, entryId: string, held: Held): Outbox => ({ ...box, [entryId]: held })

/** The server keeps comments folded like this, so a space at the end is no difference. */
const fold = (comment: string) => comment.normalize('NFC').trim()

const sameWords = (a: Paper, b: Paper): boolean => sameMarks(a, b) && fold(a.comment) === fold(b.comment)

function sameMarks(a: Paper, b: Paper): boolean {
  const ids = Object.keys(a.scores)
  return (
    a.recused === b.recused &&
    ids.length === Object.keys(b.scores).length &&
    ids.every((id) => a.scores[id] === b.scores[id])
  )
}

const toPaper = ({ entryId, scores, comment, recused, editedAt }: Ballot): Paper => ({
  entryId,
  scores,
  comment,
  recused,
  editedAt,
})

const adopt = (ballot: Ballot): Held => ({ paper: toPaper(ballot), saved: ballot, savedEdit: ballot.editedAt, ...rest })

/** Takes the server's ballot in place of ours; stamped after ours even where ours was stamped by a clock that ran ahead. */
function overtake(held: Held, ballot: Ballot): Held {
  const editedAt = new Date(Math.max(ms(ballot.editedAt), ms(held.paper.editedAt) + 1)).toISOString()
  return { ...adopt(ballot), paper: { ...toPaper(ballot), editedAt }, savedEdit: editedAt, sending: held.sending }
}

/** The server has acknowledged the paper as it stands on this phone. */
export const isSaved = (kept: Kept): boolean => kept.savedEdit === kept.paper.editedAt

/** The server has said no to the paper as it stands on this phone. */
export const isRefused = (kept: Kept): boolean => !isSaved(kept) && kept.refused?.edit === kept.paper.editedAt

/** The part of it that is worth keeping. */
export const toKept = ({ paper, saved, savedEdit, told, refused }: Kept): Kept => ({
  paper,
  saved,
  savedEdit,
  told,
  refused,
})

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

/** Of two memories of one ballot (two tabs, or the phone's store), what both together know. */
export function together(a: Kept, b: Kept): Kept {
  const [first, second] = ms(b.paper.editedAt) > ms(a.paper.editedAt) ? [b, a] : [a, b]
  const saved =
    ms(second.saved?.savedAt ?? '') > ms(first.saved?.savedAt ?? '') || !first.saved ? second.saved : first.saved
  const acknowledged = second.savedEdit === first.paper.editedAt
  const told = later(first.told, second.told)
  return { ...toKept(first), saved, savedEdit: acknowledged ? second.savedEdit : first.savedEdit, told }
}

/** What the phone's store holds, perhaps from another tab. */
export function recall(box: Outbox, kept: Kept): Outbox {
  const { entryId } = kept.paper
  const held = box[entryId]
  return put(box, entryId, held ? { ...held, ...together(held, kept) } : { ...kept, ...rest })
}

/**
 * What the server holds of this judge, all of it. `asked`: the box as it was when the question was sent; what was
 * acknowledged before then and is not in the answer has been wiped on the server, after a rehearsal say, and goes.
 */
export function heard(box: Outbox, ballots: Ballot[], asked: Outbox): Outbox {
  const next: Record<string, Held> = {}
  const onServer = new Set(ballots.map((ballot) => ballot.entryId))
  for (const [id, held] of Object.entries(box)) {
    const before = asked[id]
    const wiped = isSaved(held) && before?.savedEdit === held.savedEdit && !onServer.has(id)
    if (!wiped) next[id] = held
  }
  for (const ballot of ballots) {
    const held = next[ballot.entryId]
    if (!held) next[ballot.entryId] = adopt(ballot)
    else if (sameWords(ballot, held.paper))
      next[ballot.entryId] = { ...held, saved: ballot, savedEdit: held.paper.editedAt }
    // Once ours was acknowledged the server's own stamps say which is later; before that, only the tap's can.
    else if (ms(ballot.editedAt) > ms((isSaved(held) && held.saved?.editedAt) || held.paper.editedAt))
      next[ballot.entryId] = overtake(held, ballot)
    // The same commit may have changed since: a new rubric drops scores, and says anew what is complete.
    else if (!held.saved || ms(ballot.savedAt) >= ms(held.saved.savedAt))
      next[ballot.entryId] = { ...held, saved: ballot }
  }
  return next
}
