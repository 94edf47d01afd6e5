import { Show } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import type { Event } from '../../api/schema/event.ts'
import { challengeNamesOf } from '../core/words/challenge-words.ts'
import { listNames } from '../core/words/names.ts'

type Props = { event: Event; entryId: string; class: string }

export function ChallengeLine(props: Props) {
  const names = () => challengeNamesOf(props.event, props.entryId)
  const words = () =>
    plural(names().length, {
      one: `Challenge: ${listNames(names())}`,
      other: `Challenges: ${listNames(names())}`,
    })
  return (
    <Show when={names().length}>
      <p class={props.class} dir="auto">
        {words()}
      </p>
    </Show>
  )
}
