import { For } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import { listNames } from '../../core/words/names.ts'
import type { Reviewing } from '../reviewing.ts'

type Props = { reviewing: Reviewing; standings: Review['standings'] }

export function UncertainPlaces(props: Props) {
  const places = () => props.reviewing.organising.now.event.places
  const names = (fits: (best: number, worst: number) => boolean) =>
    props.standings
      .filter(({ rankInterval }) => rankInterval && fits(...rankInterval))
      .map(({ entryId }) => props.reviewing.team(entryId))

  const sentences = () => {
    const first = names((best) => best === 1)
    const last = places()
    const onEdge = names((best, worst) => best <= last && worst > last)
    const top = first.length > 1 ? `Another panel might have put any of these first: ${listNames(first)}.` : ''
    const alone = first.length === 1 ? `Nine times in ten, nobody but ${first[0]} comes first.` : ''
    const edge =
      last > 1 && onEdge.length > 1 ? `These could be in or out of the ${last} places: ${listNames(onEdge)}.` : ''
    return [top, alone, edge].filter(Boolean)
  }
  return (
    <div class="stack">
      <For each={sentences()}>{(sentence) => <p>{sentence}</p>}</For>
    </div>
  )
}
