import type { BallotEdit } from '../../api/schema/history.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'

export type Edit = { at: string; entryId: string; words: string }

const offlineDelayMs = 60_000

export function editsByJudge(edits: BallotEdit[], criteria: Pick<Criterion, 'id' | 'name'>[]): Map<string, Edit[]> {
  const last = new Map<string, BallotEdit>()
  const byJudge = new Map<string, Edit[]>()
  for (const edit of edits) {
    const ballot = `${edit.judgeId} ${edit.entryId}`
    const words = editWords(edit, last.get(ballot), criteria)
    byJudge.set(edit.judgeId, [
      ...(byJudge.get(edit.judgeId) ?? []),
      { at: edit.savedAt, entryId: edit.entryId, words },
    ])
    last.set(ballot, edit)
  }
  return byJudge
}

export function editWords(
  edit: BallotEdit,
  before: BallotEdit | undefined,
  criteria: Pick<Criterion, 'id' | 'name'>[],
): string {
  const scores = criteria.flatMap(({ id, name }) => {
    const [was, is] = [before?.scores[id], edit.scores[id]]
    if (was === is) return []
    if (is === undefined) return `“${name}” removed`
    return was === undefined ? `“${name}” ${is}` : `“${name}” from ${was} to ${is}`
  })
  const recusalChanged = (before?.recused ?? false) !== edit.recused
  const changes = [
    ...(recusalChanged ? [edit.recused ? 'stepped aside' : 'no longer stepped aside'] : []),
    ...scores,
    ...commentWords(before?.comment ?? '', edit.comment),
  ]
  const words = changes.join(', ') || 'saved again unchanged'
  if (edit.source === 'paper') return `${words} (copied from paper by the organiser)`
  const wasOffline = Date.parse(edit.savedAt) - Date.parse(edit.editedAt) > offlineDelayMs
  return wasOffline ? `${words} (held on the phone until it was online)` : words
}

function commentWords(was: string, is: string): string[] {
  if (was === is) return []
  if (was === '') return ['a comment written']
  return [is === '' ? 'the comment removed' : 'the comment changed']
}
