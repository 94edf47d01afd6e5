import { createMemo, createSignal, For, Show } from 'solid-js'
import { findDuplicatePairs } from '../../../api/rules/event/find-duplicate.ts'
import type { PanelMember } from '../../../api/schema/stage.ts'
import * as buttonsStyles from '../buttons.module.css'
import { ConfirmButton } from '../ConfirmButton.tsx'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { mergeWords } from './merge-words.ts'
import * as panelStyles from './panel.module.css'

export function SameNames(props: { desk: Desk; judges: PanelMember[] }) {
  const [dismissed, setDismissed] = createSignal<string[]>([])
  const keyOf = (pair: [PanelMember, PanelMember]) => pair.map(({ id }) => id).join(' ')
  const people = createMemo(() => props.judges.map(({ id, name }) => `${id} ${name}`).join('\n'))
  // Names are compared only when they change, not with each ballot that arrives.
  const pairs = createMemo((before: { people: string; pairs: [PanelMember, PanelMember][] } | undefined) =>
    before?.people === people() ? before : { people: people(), pairs: findDuplicatePairs(props.judges) },
  )
  const openPairs = () => pairs().pairs.filter((pair) => !dismissed().includes(keyOf(pair)))
  return (
    <For each={openPairs()}>
      {(pair) => (
        <Pair desk={props.desk} pair={pair} onDismiss={() => setDismissed((keys) => [...keys, keyOf(pair)])} />
      )}
    </For>
  )
}

function Pair(props: { desk: Desk; pair: [PanelMember, PanelMember]; onDismiss: () => void }) {
  const [preview, setPreview] = createSignal<string>()
  // Of a listed judge and one who joined, the listed one stays.
  const remaining = () => props.pair[0]
  const other = () => props.pair[1]
  const team = (id: string) => props.desk.liveEvent.entries().find((entry) => entry.id === id)?.team ?? 'a team'

  async function show() {
    const preview = await props.desk.judges.previewMerge(remaining().id, other().id)
    if (preview) setPreview(mergeWords(preview, { stays: remaining().name, other: other().name, team }))
  }
  return (
    <div class={panelStyles.request}>
      <p>
        <b>Two judges of one name?</b> <span dir="auto">{remaining().name}</span> and{' '}
        <span dir="auto">{other().name}</span>
      </p>
      <Show when={preview()}>{(words) => <p class={deskStyles.small}>{words()}</p>}</Show>
      <div class={deskStyles.row}>
        <Show
          when={preview()}
          fallback={
            <button type="button" class={buttonsStyles.button} onClick={show}>
              Merge…
            </button>
          }
        >
          {(words) => (
            <ConfirmButton
              class={`${buttonsStyles.button} ${buttonsStyles.danger}`}
              label="Merge them…"
              question={`Make one judge of ${remaining().name} and ${other().name}?`}
              detail={`${words()} This cannot be undone.`}
              confirm="Merge"
              onConfirm={() => props.desk.judges.merge(remaining().id, other().id)}
            />
          )}
        </Show>
        <button type="button" class={buttonsStyles.button} onClick={props.onDismiss}>
          They are two people
        </button>
      </div>
    </div>
  )
}
