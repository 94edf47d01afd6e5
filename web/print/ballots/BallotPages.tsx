import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { mostPages, type Printing } from '../printing.ts'
import { Ruler } from '../Ruler.tsx'
import { Sheet } from '../Sheet.tsx'
import { inPages, pageHigh } from '../sheets.ts'
import { PaperBallot } from './PaperBallot.tsx'

type Props = {
  printing: Printing
  judges: (Judge | undefined)[]
  entries: (Entry | undefined)[]
  /** As many of the one as a page holds. */
  fill?: boolean
}

/** Ballots one under the other, as many to a page as the longest of them allows. */
export function BallotPages(props: Props) {
  const event = () => props.printing.now.event
  const [perPage, setPerPage] = createSignal<number>()
  const longest = () => [...props.judges].sort((a, b) => (b?.name.length ?? 0) - (a?.name.length ?? 0))[0]
  const ballots = createMemo(() => {
    const each = props.entries.flatMap((entry) => props.judges.map((judge) => ({ entry, judge })))
    return props.fill ? each.flatMap((one) => Array.from({ length: perPage() ?? 1 }, () => one)) : each
  })
  const pages = () => Math.ceil(ballots().length / (perPage() ?? 1))
  // Other names, or another rubric, may come out higher.
  const drawn = createMemo(() => JSON.stringify([longest()?.name, props.entries, event().criteria]))
  createEffect(on(drawn, () => setPerPage(undefined), { defer: true }))

  return (
    <Show
      when={perPage()}
      fallback={
        <Ruler onMeasured={(heights) => setPerPage(Math.max(1, Math.floor(pageHigh / Math.max(...heights))))}>
          <For each={props.entries}>{(entry) => <PaperBallot event={event()} judge={longest()} entry={entry} />}</For>
        </Ruler>
      }
    >
      {(many) => (
        <Show
          when={pages() <= mostPages}
          fallback={
            <p class="print-empty on-screen">
              That would be {pages().toLocaleString('en-GB')} pages. Choose one judge or one team, or a sheet for each
              judge instead.
            </p>
          }
        >
          <For each={inPages(ballots(), many())}>
            {(page) => (
              <Sheet printing={props.printing} class="stacked">
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
