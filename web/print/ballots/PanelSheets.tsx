import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { MeasuredPieces } from '../MeasuredPieces.tsx'
import * as printStyles from '../print.module.css'
import { maxPages, type Printing } from '../printing.ts'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { packPages, pageHeight } from '../sheets.ts'
import { PanelSheet } from './PanelSheet.tsx'

export function PanelSheets(props: { printing: Printing; judges: (Judge | undefined)[] }) {
  const event = () => props.printing.now.event
  const entries = () => props.printing.scored()
  const [pages, setPages] = createSignal<Entry[][]>()
  const longest = () => [...props.judges].sort((a, b) => (b?.name.length ?? 0) - (a?.name.length ?? 0))[0]
  const layoutInputs = createMemo(() => JSON.stringify([longest()?.name, entries(), event().criteria]))
  createEffect(on(layoutInputs, () => setPages(undefined), { defer: true }))
  const count = () => (pages()?.length ?? 0) * props.judges.length

  return (
    <Show
      when={pages()}
      fallback={
        <MeasuredPieces
          onMeasured={([whole = 0, ...rows]) => {
            const rest = whole - rows.reduce((sum, row) => sum + row, 0)
            setPages(packPages(rows, pageHeight - rest).map((page) => page.map((n) => entries()[n]!)))
          }}
        >
          <PanelSheet printing={props.printing} judge={longest()} entries={entries()} page={1} of={99} />
        </MeasuredPieces>
      }
    >
      {(each) => (
        <Show
          when={count() <= maxPages}
          fallback={
            <p class={`${printStyles.printEmpty} on-screen`}>
              That would be {count().toLocaleString('en-GB')} pages. Choose one judge at a time.
            </p>
          }
        >
          <For each={props.judges}>
            {(judge) => (
              <For each={each()}>
                {(page, n) => (
                  <Sheet printing={props.printing} class={sheetStyles.stacked}>
                    <PanelSheet
                      printing={props.printing}
                      judge={judge}
                      entries={page}
                      page={n() + 1}
                      of={each().length}
                    />
                  </Sheet>
                )}
              </For>
            )}
          </For>
        </Show>
      )}
    </Show>
  )
}
