import { createSignal, For, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Edit } from './history-edits.ts'
import { ToldLine } from './ToldLine.tsx'

type Props = { name: string; edits: Edit[]; team: (entryId: string) => string; day: string | null }

/** One judge's edits, drawn once they are unfolded: a large panel has thousands. */
export function JudgeEdits(props: Props) {
  const [open, setOpen] = createSignal(false)
  const ballots = () => new Set(props.edits.map((edit) => edit.entryId)).size
  return (
    <details class="edits" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <strong>{props.name}</strong>: {countOf(props.edits.length, 'edit')} of {countOf(ballots(), 'ballot')}
      </summary>
      <Show when={open()}>
        <ol class="rows">
          <For each={props.edits}>
            {(edit) => (
              <ToldLine at={edit.at} day={props.day}>
                {props.team(edit.entryId)}: {edit.words}
              </ToldLine>
            )}
          </For>
        </ol>
      </Show>
    </details>
  )
}
