import { For, Show } from 'solid-js'
import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { groupCode, shortAddress } from '../../core/words/code-words.ts'
import { placeOf, placeWords } from '../../core/words/place-words.ts'
import { Qr } from '../../ui/page/Qr.tsx'
import type { KindProps } from '../kind-props.ts'
import { Sheet } from '../Sheet.tsx'
import { chunk, fitStep } from '../sheets.ts'

const perPage = 2

/** A card for each team's table, folded so that it is readable from both sides. */
export function TableCards(props: KindProps) {
  const { printing } = props
  const event = () => printing.now.event
  const face = (entry: Entry) => (
    <>
      <p class="card-slot">{placeOf(entry, printing.now.entries) || 'W'}</p>
      <div class="card-words">
        <p class="card-team" data-fit={fitStep(entry.team, 22, 44, 80)} dir="auto">
          {entry.team}
        </p>
        <p class="card-title" data-fit={fitStep(entry.title, 60)} dir="auto">
          {entry.title}
        </p>
      </div>
      <div class="card-foot">
        <p>
          On stage: {placeWords(entry, printing.now.entries, printing.now.entries.filter(isCountedTeam).length)}
          <Show when={printing.turnWords(entry)}>{(time) => <>, about {time()}</>}</Show>
        </p>
        <p class="dim-print">
          {shortAddress(event().joinUrl)} · code {groupCode(event().code)}
        </p>
      </div>
      <Qr class="card-qr" text={event().joinUrl} label={`Code for ${event().joinUrl}`} />
    </>
  )
  return (
    <Show
      when={printing.now.entries.length > 0}
      fallback={<p class="print-empty on-screen">There are no teams yet.</p>}
    >
      <For each={chunk(printing.now.entries, perPage)}>
        {(page) => (
          <Sheet printing={printing} class="stacked">
            <For each={page}>
              {(entry) => (
                <article class="card" data-cut data-piece>
                  <div class="card-face turned" data-turned aria-hidden="true">
                    {face(entry)}
                  </div>
                  <div class="card-face">{face(entry)}</div>
                </article>
              )}
            </For>
          </Sheet>
        )}
      </For>
    </Show>
  )
}
