import type { Ballot } from '../../api/schema/ballot.ts'
import {
  fromServer,
  type HeldBallot,
  isSamePaper,
  isSaved,
  ms,
  noRetry,
  type Outbox,
  replaceByServer,
  type StoredBallot,
  toStored,
  withBallot,
} from './held-ballot.ts'

const later = (a: string | undefined, b: string | undefined) => (a && b ? (ms(a) < ms(b) ? b : a) : (a ?? b))

export function mergeStored(a: StoredBallot, b: StoredBallot): StoredBallot {
  const [newer, older] = ms(b.paper.editedAt) > ms(a.paper.editedAt) ? [b, a] : [a, b]
  const saved =
    ms(older.saved?.savedAt ?? '') > ms(newer.saved?.savedAt ?? '') || !newer.saved ? older.saved : newer.saved
  const acknowledged = older.savedEdit === newer.paper.editedAt
  const sentEdit = later(newer.sentEdit, older.sentEdit)
  return { ...toStored(newer), saved, savedEdit: acknowledged ? older.savedEdit : newer.savedEdit, sentEdit }
}

export function restore(outbox: Outbox, stored: StoredBallot): Outbox {
  const { entryId } = stored.paper
  const held = outbox[entryId]
  return withBallot(outbox, entryId, held ? { ...held, ...mergeStored(held, stored) } : { ...stored, ...noRetry })
}

/**
 * Merges the server's complete list of this judge's ballots. `before`: the outbox when the list was requested. A ballot that was
 * acknowledged before then and is not in the list was wiped on the server, after a rehearsal for example, and is removed.
 */
export function mergeServerList(outbox: Outbox, ballots: Ballot[], before: Outbox): Outbox {
  const next: Record<string, HeldBallot> = {}
  const onServer = new Set(ballots.map((ballot) => ballot.entryId))
  for (const [id, held] of Object.entries(outbox)) {
    const wiped = isSaved(held) && before[id]?.savedEdit === held.savedEdit && !onServer.has(id)
    if (!wiped) next[id] = held
  }
  for (const ballot of ballots) {
    const held = next[ballot.entryId]
    if (!held) next[ballot.entryId] = fromServer(ballot)
    else if (isSamePaper(ballot, held.paper))
      next[ballot.entryId] = { ...held, saved: ballot, savedEdit: held.paper.editedAt }
    // Compare acknowledged ballots by the server's stamps, others by the stamps of their taps.
    else if (ms(ballot.editedAt) > ms((isSaved(held) && held.saved?.editedAt) || held.paper.editedAt))
      next[ballot.entryId] = replaceByServer(held, ballot)
    // A new rubric changes the server's ballot without a new edit: it removes scores, and `complete` may change.
    else if (!held.saved || ms(ballot.savedAt) >= ms(held.saved.savedAt))
      next[ballot.entryId] = { ...held, saved: ballot }
  }
  return next
}
