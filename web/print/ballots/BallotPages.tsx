import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { MeasuredPieces } from '../MeasuredPieces.tsx'
import * as printStyles from '../print.module.css'
import { maxPages, type Printing } from '../printing.ts'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { chunk, pageHeight } from '../sheets.ts'
import { PaperBallot } from './PaperBallot.tsx'

type Props = {
  printing: Printing
  judges: (Judge | undefined)[]
  entries: (Entry | undefined)[]
  fill?: boolean
}

export function BallotPages(props: Props) {
  const event = () => props.printing.now.event
  const [perPage, setPerPage] = createSignal<number>()
  const longest = () => [...props.judges].sort((a, b) => (b?.name.length ?? 0) - (a?.name.length ?? 0))[0]
  const ballots = createMemo(() => {
    const each = props.entries.flatMap((entry) => props.judges.map((judge) => ({ entry, judge })))
    return props.fill ? each.flatMap((ballot) => Array.from({ length: perPage() ?? 1 }, () => ballot)) : each
  })
  const pages = () => Math.ceil(ballots().length / (perPage() ?? 1))
  const layoutInputs = createMemo(() => JSON.stringify([longest()?.name, props.entries, event().criteria]))
  createEffect(on(layoutInputs, () => setPerPage(undefined), { defer: true }))

  return (
    <Show
      when={perPage()}
      fallback={
        <MeasuredPieces
          onMeasured={(heights) => setPerPage(Math.max(1, Math.floor(pageHeight / Math.max(...heights))))}
        >
          <For each={props.entries}>{(entry) => <PaperBallot event={event()} judge={longest()} entry={entry} />}</For>
        </MeasuredPieces>
      }
    >
      {(many) => (
        <Show
          when={pages() <= maxPages}
          fallback={
            <p class={`${printStyles.printEmpty} on-screen`}>
              That would be {pages().toLocaleString('en-GB')} pages. Choose one judge or one team, or a sheet for each
              judge instead.
            </p>
          }
        >
          <For each={chunk(ballots(), many())}>
            {(page) => (
              <Sheet printing={props.printing} class={sheetStyles.stacked}>
                <For each={page}>
                  {({ entry, judge }) => <PaperBallot event={event()} judge={judge} entry={entry} />}
                </For>
              </Sheet>
            )}
          </For>
        </Show>
      )}
    </Show>
  )
}
