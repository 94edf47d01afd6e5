import { createSignal, For, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import { HistoryRow } from './HistoryRow.tsx'
import * as styles from './history.module.css'
import type { Edit } from './history-edits.ts'

type Props = { name: string; edits: Edit[]; team: (entryId: string) => string; day: string | null }

export function JudgeEdits(props: Props) {
  const [open, setOpen] = createSignal(false)
  const ballots = () => new Set(props.edits.map((edit) => edit.entryId)).size
  return (
    <details class={styles.edits} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <strong>{props.name}</strong>: {countOf(props.edits.length, 'edit')} of {countOf(ballots(), 'ballot')}
      </summary>
      <Show when={open()}>
        <ol class="rows">
          <For each={props.edits}>
            {(edit) => (
              <HistoryRow at={edit.at} day={props.day}>
                {props.team(edit.entryId)}: {edit.words}
              </HistoryRow>
            )}
          </For>
        </ol>
      </Show>
    </details>
  )
}
