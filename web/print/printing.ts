import { createMemo, createSignal } from 'solid-js'
import { planTurns } from '../../api/rules/show/forecast.ts'
import type { Entry } from '../../api/schema/entry.ts'
import { clockTime } from '../core/words/clock-time.ts'
import { placeOf } from '../core/words/place-words.ts'
import { createLinkSending } from '../organise/links/link-sending.ts'
import type { Organising } from '../organise/organising.ts'

export const kinds = [
  'poster',
  'badges',
  'cards',
  'team-badges',
  'slips',
  'ballots',
  'run-sheet',
  'host-script',
] as const
export type Kind = (typeof kinds)[number]

export const maxPages = 400

function kindOfPage(): Kind {
  const requested = new URLSearchParams(location.search).get('what')
  return kinds.find((kind) => kind === requested) ?? 'poster'
}

export function createPrinting(organising: Organising) {
  const { slug, now } = organising
  const [kind, setKind] = createSignal(kindOfPage())
  const [pages, setPages] = createSignal(0)
  const sending = createLinkSending(organising)
  const panel = createMemo(() => now.judges.filter((judge) => judge.status === 'admitted'))
  const scored = createMemo(() => now.entries.filter((entry) => !entry.warmUp))
  const turns = createMemo(() => planTurns(now.entries, now.event))

  return {
    slug,
    now,
    kind,
    panel,
    scored,
    pages,
    countPage: (by: 1 | -1) => setPages((before) => before + by),
    choose(next: Kind) {
      history.replaceState(history.state, '', `?what=${next}`)
      setKind(next)
    },
    /** "15:42", or "+12 min" while the event has no start; '' for a skipped entry. */
    turnWords({ id }: Pick<Entry, 'id'>): string {
      const afterMs = turns().get(id)
      if (afterMs === undefined) return ''
      const { startsAt } = now.event
      return startsAt ? clockTime(Date.parse(startsAt) + afterMs) : `+${Math.round(afterMs / 60_000)} min`
    },
    numbered: (entry: Entry): string =>
      entry.warmUp ? `Warm-up: ${entry.team}` : `${placeOf(entry, now.entries)}. ${entry.team}`,
    /** By entry or judge id. */
    link: (id: string): string | undefined => now.links[id]?.address,
    issue: (ids: string[]) => sending.issue(sending.recipients().filter(({ id }) => ids.includes(id))),
    replace: (ids: string[]) => sending.replace(sending.recipients().filter(({ id }) => ids.includes(id))),
    markSaved: sending.markSaved,
  }
}

export type Printing = ReturnType<typeof createPrinting>
