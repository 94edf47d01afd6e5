import { createMemo, createSignal } from 'solid-js'
import { planTurns } from '../../api/rules/show/forecast.ts'
import type { Entry } from '../../api/schema/entry.ts'
import { api, ask } from '../core/api.ts'
import { clockTime } from '../core/words/clock-time.ts'
import { placeOf } from '../core/words/place-words.ts'
import { type Organising, publicAddress } from '../organise/organising.ts'

export const kinds = ['poster', 'badges', 'cards', 'team-badges', 'slips', 'ballots', 'run-sheet'] as const
export type Kind = (typeof kinds)[number]

export const maxPages = 400

function kindOfPage(): Kind {
  const requested = new URLSearchParams(location.search).get('what')
  return kinds.find((kind) => kind === requested) ?? 'poster'
}

export function createPrinting(organising: Organising) {
  const { slug, now } = organising
  const routes = api.events[':slug']
  const param = { slug }
  const [kind, setKind] = createSignal(kindOfPage())
  const [pages, setPages] = createSignal(0)
  const [links, setLinks] = createSignal<Record<string, string>>({})
  const panel = createMemo(() => now.judges.filter((judge) => judge.status === 'admitted'))
  const scored = createMemo(() => now.entries.filter((entry) => !entry.warmUp))
  const turns = createMemo(() => planTurns(now.entries, now.event))

  const addLinks = (page: 'judge' | 'team', keys: [id: string, key: string][]) =>
    setLinks({
      ...links(),
      ...Object.fromEntries(keys.map(([id, key]) => [id, `${publicAddress(now.event)}/e/${slug}/${page}#k=${key}`])),
    })

  return {
    slug,
    now,
    kind,
    panel,
    scored,
    links,
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
    async linkJudges(only: string[], stopEarlier: boolean) {
      const { keys } = await ask<{ keys: { judgeId: string; judgeKey: string }[] }>(
        routes.judges.keys.$post({ param, json: { only, stopEarlier } }),
      )
      addLinks(
        'judge',
        keys.map(({ judgeId, judgeKey }) => [judgeId, judgeKey]),
      )
    },
    async linkTeams(only: string[], stopEarlier: boolean) {
      const { keys } = await ask<{ keys: { entryId: string; teamKey: string }[] }>(
        routes.entries.keys.$post({ param, json: { only, stopEarlier } }),
      )
      addLinks(
        'team',
        keys.map(({ entryId, teamKey }) => [entryId, teamKey]),
      )
    },
  }
}

export type Printing = ReturnType<typeof createPrinting>
