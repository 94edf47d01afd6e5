import type { Entry } from '../../schema/entry.ts'
import type { Event } from '../../schema/event.ts'
import type { MoveContext, Show } from './show.ts'
import { withStageEmpty } from './stage-place.ts'

type Opened = Pick<Show, 'shownIds' | 'opened'>

/** An open entry stays open, and takes ballots while scoring is open, unless it is a warm-up. */
export const isOpen = ({ shownIds, opened }: Opened, entryId: string): boolean =>
  shownIds.includes(entryId) || (opened?.entryIds.includes(entryId) ?? false)

/** Entries called on stage, in that order, then those that only the showcase opened. */
export const openIds = ({ shownIds, opened }: Opened): string[] => [
  ...new Set([...shownIds, ...(opened?.entryIds ?? [])]),
]

export function listShowcaseIds(entries: readonly Pick<Entry, 'id' | 'warmUp' | 'skipped'>[]): string[] {
  return entries.filter((entry) => !entry.warmUp && !entry.skipped).map((entry) => entry.id)
}

export const isVisited = (entry: { warmUp: boolean; skipped: boolean; disqualified: string | null }): boolean =>
  !entry.warmUp && !entry.skipped && entry.disqualified === null

/**
 * Where teams are scored in any order, a stage show need not follow: nothing is said of turns on stage until a team is called. `hasCalled`:
 * some team has been.
 */
export const expectsStageShow = ({ scoring }: Pick<Event, 'scoring'>, hasCalled: boolean): boolean =>
  scoring === 'on-stage' || hasCalled

/** Empties the stage. An opened entry stays open: its ballots are never refused later. */
export function openShowcase(show: Show, untilAt: string | null, setting: MoveContext): Show {
  const { showcaseIds, nowMs } = setting
  const opens = showcaseIds.length > 0 && show.opened === null
  const opened = opens ? { at: new Date(nowMs).toISOString(), entryIds: showcaseIds } : show.opened
  if (!opens && show.scene === 'showcase' && show.showcase?.untilAt === untilAt) return show
  const scene = 'showcase' as const
  return { ...withStageEmpty(show, setting), scene, sceneBefore: scene, showcase: { untilAt }, opened, pause: null }
}

/** The entries stay open, and a team may be called. */
export function closeShowcase(show: Show): Show {
  if (show.showcase === null) return show
  return { ...show, scene: 'welcome', sceneBefore: 'welcome', showcase: null, pause: null }
}

/** Opens entries that were added, or are no longer skipped, since the showcase opened. Returns the same show when there are none. */
export function openLateEntries(show: Show, entries: readonly Pick<Entry, 'id' | 'warmUp' | 'skipped'>[]): Show {
  const { opened } = show
  if (opened === null) return show
  const late = listShowcaseIds(entries).filter((id) => !opened.entryIds.includes(id))
  return late.length === 0 ? show : { ...show, opened: { ...opened, entryIds: [...opened.entryIds, ...late] } }
}
