import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import type { KindProps } from '../kind-props.ts'
import { MeasuredPieces } from '../MeasuredPieces.tsx'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { packPages, pageHeight } from '../sheets.ts'
import { RunOrder } from './RunOrder.tsx'
import { RunSheetEnd } from './RunSheetEnd.tsx'
import * as styles from './run-sheet.module.css'

const sizes = [
  { value: 'usual', label: 'Usual print.' },
  {
    value: 'large',
    label: 'Large print,',
    hint: 'at least 16 point, for whoever reads it by stage light or without glasses.',
  },
]

type Page = { entries: Entry[]; end: boolean }

export function RunSheet(props: KindProps) {
  const { printing } = props
  const entries = () => printing.now.entries
  const [size, setSize] = createSignal('usual')
  const sizeClass = () => (size() === 'large' ? styles.large : '')
  props.options(() => <ChoiceField label="Size" value={size()} options={sizes} onInput={setSize} />)
  const [pages, setPages] = createSignal<Page[]>()
  const layoutInputs = createMemo(() => JSON.stringify([entries(), printing.now.event, size()]))
  createEffect(on(layoutInputs, () => setPages(undefined), { defer: true }))

  function layOut([whole = 0, ...pieces]: number[]) {
    const end = pieces.pop() ?? 0
    const rest = whole - pieces.reduce((sum, row) => sum + row, 0)
    const packed = packPages([...pieces, end], pageHeight - rest)
    setPages(
      packed.map((page) => ({
        entries: page.flatMap((n) => entries()[n] ?? []),
        end: page.includes(pieces.length),
      })),
    )
  }
  return (
    <Show
      when={pages()}
      fallback={
        <MeasuredPieces onMeasured={layOut}>
          <div class={sizeClass()}>
            <RunOrder printing={printing} entries={entries()} page={1} of={99} />
            <RunSheetEnd />
          </div>
        </MeasuredPieces>
      }
    >
      {(all) => (
        <For each={all()}>
          {(page, n) => (
            <Sheet printing={printing} class={`${sheetStyles.stacked} ${sizeClass()}`}>
              <RunOrder printing={printing} entries={page.entries} page={n() + 1} of={all().length} />
              <Show when={page.end}>
                <RunSheetEnd />
              </Show>
            </Sheet>
          )}
        </For>
      )}
    </Show>
  )
}
