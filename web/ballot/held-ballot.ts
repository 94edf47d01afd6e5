import type { Paper } from '../../api/rules/ballot/ballot.ts'
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

export const ms = (moment: string) => Date.parse(moment)
export const rest = { tries: 0, retryAt: 0 }
export const put = (box: Outbox, entryId: string, held: Held): Outbox => ({ ...box, [entryId]: held })

/** The server keeps comments folded like this, so a space at the end is no difference. */
const fold = (comment: string) => comment.normalize('NFC').trim()

export const sameWords = (a: Paper, b: Paper): boolean => sameMarks(a, b) && fold(a.comment) === fold(b.comment)

export function sameMarks(a: Paper, b: Paper): boolean {
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

export const adopt = (ballot: Ballot): Held => ({
  paper: toPaper(ballot),
  saved: ballot,
  savedEdit: ballot.editedAt,
  ...rest,
})

/** Takes the server's ballot in place of ours; stamped after ours even where ours was stamped by a clock that ran ahead. */
export function overtake(held: Held, ballot: Ballot): Held {
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
