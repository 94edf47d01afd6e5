import { countOf } from '../../../api/rules/words/plural.ts'
import type { Entry } from '../../../api/schema/entry.ts'

// A cue and its line in the history share a commit but not a clock.
const sameMomentMs = 1000

export const lengthWords = (seconds: number) =>
  seconds % 60 === 0 ? countOf(seconds / 60, 'minute') : countOf(seconds, 'second')

/** The team first called at a moment, which a `next` cue does not name. Undefined when none or two were. */
export function calledAt(entries: Pick<Entry, 'team' | 'calledAt'>[], moment: string): string | undefined {
  const near = entries
    .map(({ team, calledAt }) => ({ team, apartMs: Math.abs(Date.parse(calledAt ?? '') - Date.parse(moment)) }))
    .filter(({ apartMs }) => apartMs < sameMomentMs)
    .sort((a, b) => a.apartMs - b.apartMs)
  return near[0]?.apartMs === near[1]?.apartMs ? undefined : near[0]?.team
}
