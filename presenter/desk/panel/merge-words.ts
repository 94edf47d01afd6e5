import { countOf } from '../../../api/rules/words/plural.ts'
import type { MergePreview } from '../../../api/schema/judge.ts'

const ballots = (count: number) => countOf(count, 'ballot')

export function mergeWords(
  preview: MergePreview,
  names: { stays: string; other: string; team: (entryId: string) => string },
): string {
  const { own, moved, both } = preview
  const sentences = [
    `${names.stays} stays${own.length > 0 ? ` with ${ballots(own.length)}` : ''}`,
    moved.length > 0 ? `${ballots(moved.length)} of ${names.other} move to them` : '',
    ...both.map(
      ({ entryId, newest }) =>
        `for ${names.team(entryId)} both scored: the newer, by ${newest === 'own' ? names.stays : names.other}, stays`,
    ),
    `${names.other} comes off the panel, and both phones go on as ${names.stays}`,
  ]
  return `${sentences.filter(Boolean).join('; ')}.`
}
