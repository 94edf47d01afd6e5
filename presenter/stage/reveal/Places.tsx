import { For } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import { listNames } from '../../../web/core/words/names.ts'
import * as styles from './reveal.module.css'

const maxPlaces = 3

export function Places(props: { awards: Award[]; entries: Entry[] }) {
  const team = (id: string) => props.entries.find((entry) => entry.id === id)?.team ?? ''
  const nearest = () => [...props.awards].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).slice(0, maxPlaces)
  return (
    <ul class={styles.places}>
      <For each={nearest()}>
        {(award) => (
          <li>
            <span class="dim">{award.name}</span> <b dir="auto">{listNames(award.entryIds.map(team), 3)}</b>
          </li>
        )}
      </For>
    </ul>
  )
}
