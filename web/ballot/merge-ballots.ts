import type { Ballot } from '../../api/schema/ballot.ts'
import {
  adopt,
  type Held,
  isSaved,
  type Kept,
  ms,
  type Outbox,
  overtake,
  put,
  rest,
  sameWords,
  toKept,
} from './held-ballot.ts'

/** The later of two moments, either of which may be unknown. */
const later = (a: string | undefined, b: string | undefined) => (a && b ? (ms(a) < ms(b) ? b : a) : (a ?? b))

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
