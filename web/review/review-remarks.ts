import type { ReviewWarningCode } from '../../api/rules/result/review-warnings.ts'
import type { Review } from '../../api/schema/review.ts'
import { awardsOf, type Names, type Remark, type RemarkContext, sentences, sharedPlace } from './remark-sentences.ts'
import type { CloseCall, Tie } from './review-groups.ts'

const separateCodes = new Set(['too-close', 'weak-link', 'same-name', 'several-awards', 'prize-withheld'])

export function listRemarks(review: Review, names: Names, ties: Tie[], closes: CloseCall[]): Remark[] {
  const groups = new Map<string, RemarkContext & { code: string; title: string; offer: string }>()
  const apart = review.warnings.some(({ code }) => code === 'disconnected')
  const tied = (ids: string[]) => ids.length > 0 && ties.some((tie) => ids.every((id) => tie.entryIds.includes(id)))
  for (const { code, entryIds, judgeIds, title, offer, missing, about = '' } of review.warnings) {
    // A tie has its own remark below; across groups without a common judge, closeness means nothing.
    if ((code === 'too-close' || code === 'weak-link') && (apart || (code === 'too-close' && tied(entryIds)))) continue
    if (code === 'several-awards' && awardsOf({ entryIds, review, names }).length < 2) continue
    const close =
      code === 'too-close' ? closes.find((call) => entryIds.every((id) => call.entryIds.includes(id))) : undefined
    const key = separateCodes.has(code)
      ? `${code} ${close?.key ?? [...entryIds, ...judgeIds].join(' ')}`
      : `${code} ${about}`.trim()
    const before = separateCodes.has(code) ? undefined : groups.get(key)
    groups.set(key, {
      ...{ code, review, names, title, offer, close, about },
      entryIds: [...(before?.entryIds ?? []), ...entryIds],
      judgeIds: [...(before?.judgeIds ?? []), ...judgeIds],
      ballotMissing: (before?.ballotMissing ?? false) || missing.length > 0,
    })
  }
  const remarks = [...groups].map(([key, context]) => {
    const write = sentences[context.code as ReviewWarningCode]
    return { key, ...(write ? write(context) : { title: `${context.title}.`, offer: context.offer, atDesk: false }) }
  })
  const honoured = ties.filter(({ rank }) => rank <= names.places)
  return [...remarks, ...honoured.map((tie) => sharedPlace(tie, names))]
}
