import { For, Show } from 'solid-js'
import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import { tableWords } from '../../../api/rules/words/table-words.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { entryAddress, entryCodeWords, shortAddress } from '../../core/words/code-words.ts'
import { placeOf, placeWords } from '../../core/words/place-words.ts'
import { Qr } from '../../ui/page/Qr.tsx'
import { ChallengeLine } from '../ChallengeLine.tsx'
import type { KindProps } from '../kind-props.ts'
import * as printStyles from '../print.module.css'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { chunk, fitStep } from '../sheets.ts'
import * as cardsStyles from './cards.module.css'

const perPage = 2

export function TableCards(props: KindProps) {
  const { printing } = props
  const event = () => printing.now.event
  const face = (entry: Entry) => (
    <>
      <p class={cardsStyles.cardSlot}>{entry.table || placeOf(entry, printing.now.entries) || 'W'}</p>
      <div class={cardsStyles.cardWords}>
        <p class={cardsStyles.cardTeam} data-fit={fitStep(entry.team, 22, 44, 80)} dir="auto">
          {entry.team}
        </p>
        <p class={cardsStyles.cardTitle} data-fit={fitStep(entry.title, 60)} dir="auto">
          {entry.title}
        </p>
      </div>
      <div class={cardsStyles.cardFoot}>
        <p>
          <Show when={event().scoring === 'on-stage'} fallback={tableWords(entry)}>
            <Show when={tableWords(entry)}>{(words) => <>{words()} · </>}</Show>
            On stage: {placeWords(entry, printing.now.entries, printing.now.entries.filter(isCountedTeam).length)}
            <Show when={printing.turnWords(entry)}>{(time) => <>, about {time()}</>}</Show>
          </Show>
        </p>
        <ChallengeLine event={event()} entryId={entry.id} class={cardsStyles.dimPrint} />
        <p class={cardsStyles.dimPrint}>
          {shortAddress(event().joinUrl)} · code {entryCodeWords(event(), entry)}
        </p>
      </div>
      <Qr
        class={cardsStyles.cardQr}
        text={entryAddress(event(), entry)}
        label={`Code for ${entryAddress(event(), entry)}`}
      />
    </>
  )
  return (
    <Show
      when={printing.now.entries.length > 0}
      fallback={<p class={`${printStyles.printEmpty} on-screen`}>There are no teams yet.</p>}
    >
      <For each={chunk(printing.now.entries, perPage)}>
        {(page) => (
          <Sheet printing={printing} class={sheetStyles.stacked}>
            <For each={page}>
              {(entry) => (
                <article class={cardsStyles.card} data-cut data-piece>
                  <div class={`${cardsStyles.cardFace} ${cardsStyles.turned}`} data-turned aria-hidden="true">
                    {face(entry)}
                  </div>
                  <div class={cardsStyles.cardFace}>{face(entry)}</div>
                </article>
              )}
            </For>
          </Sheet>
        )}
      </For>
    </Show>
  )
}
