import type { BallotDraft } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'

export type StoredBallot = {
  paper: BallotDraft
  saved?: Ballot
  savedEdit?: string
  /** The newest `editedAt` that was sent: nothing later may be sent with an earlier one. */
  sentEdit?: string
  /** The server refused this very edit. `final`: only another edit can help. */
  refused?: { edit: string; code: string; title: string; final: boolean }
}

/** `sending`: the edit that is on its way now. `retryAt`: server ms before which it is not sent again. */
export type HeldBallot = StoredBallot & { sending?: string; tries: number; retryAt: number }

/** Every ballot of one judge at one event, by entry id. Never changed in place. */
export type Outbox = Readonly<Record<string, HeldBallot>>

export const ms = (moment: string) => Date.parse(moment)
export const noRetry = { tries: 0, retryAt: 0 }
export const withBallot = (outbox: Outbox, entryId: string, held: HeldBallot): Outbox => ({
  ...outbox,
  [entryId]: held,
})

/** The server stores comments in this form, so a space at the end makes no difference. */
const normaliseComment = (comment: string) => comment.normalize('NFC').trim()

export const isSamePaper = (a: BallotDraft, b: BallotDraft): boolean =>
  hasSameScores(a, b) && normaliseComment(a.comment) === normaliseComment(b.comment)

export function hasSameScores(a: BallotDraft, b: BallotDraft): boolean {
  const ids = Object.keys(a.scores)
  return (
    a.recused === b.recused &&
    ids.length === Object.keys(b.scores).length &&
    ids.every((id) => a.scores[id] === b.scores[id])
  )
}

const toPaper = ({ entryId, scores, comment, recused, editedAt }: Ballot): BallotDraft => ({
  entryId,
  scores,
  comment,
  recused,
  editedAt,
})

export const fromServer = (ballot: Ballot): HeldBallot => ({
  paper: toPaper(ballot),
  saved: ballot,
  savedEdit: ballot.editedAt,
  ...noRetry,
})

/** Replaces the phone's paper by the server's ballot, stamped later than the paper even where a fast clock stamped that. */
export function replaceByServer(held: HeldBallot, ballot: Ballot): HeldBallot {
  const editedAt = new Date(Math.max(ms(ballot.editedAt), ms(held.paper.editedAt) + 1)).toISOString()
  return { ...fromServer(ballot), paper: { ...toPaper(ballot), editedAt }, savedEdit: editedAt, sending: held.sending }
}

export const isSaved = (ballot: StoredBallot): boolean => ballot.savedEdit === ballot.paper.editedAt

export const isRefused = (ballot: StoredBallot): boolean =>
  !isSaved(ballot) && ballot.refused?.edit === ballot.paper.editedAt

export const toStored = ({ paper, saved, savedEdit, sentEdit, refused }: StoredBallot): StoredBallot => ({
  paper,
  saved,
  savedEdit,
  sentEdit,
  refused,
})

/**
 * Whether a new state of a ballot is worth storing. Two tabs tell each other what they stored: storing only what is new keeps them
 * from answering each other for ever.
 */
export const differsInStore = (held: HeldBallot, last: HeldBallot | undefined): boolean =>
  held.paper.editedAt !== last?.paper.editedAt ||
  held.saved?.savedAt !== last.saved?.savedAt ||
  held.savedEdit !== last.savedEdit ||
  held.refused?.edit !== last.refused?.edit
