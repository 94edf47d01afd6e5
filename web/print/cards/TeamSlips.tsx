import { createMemo, createSignal, For, Show } from 'solid-js'
import { entryCodeWords, shortAddress } from '../../core/words/code-words.ts'
import { Qr } from '../../ui/page/Qr.tsx'
import type { KindProps } from '../kind-props.ts'
import * as printStyles from '../print.module.css'
import { RecipientChoice } from '../RecipientChoice.tsx'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { chunk, fitStep } from '../sheets.ts'
import * as cardsStyles from './cards.module.css'

const perPage = 10

/** Separate from the table cards, because whoever scans a slip can change the entry. */
export function TeamSlips(props: KindProps) {
  const { printing } = props
  const [only, setOnly] = createSignal<string[]>()
  const linked = createMemo(() =>
    printing.now.entries.filter(({ id }) => printing.link(id) && (only()?.includes(id) ?? true)),
  )
  props.options(() => (
    <RecipientChoice
      label="Slips for"
      everyone="Every team"
      people={printing.now.entries.map(({ id, team }) => ({ id, name: team }))}
      noun="slip"
      note="A slip carries the team’s link. Links that you sent before go on working."
      stops="Make every earlier link of these teams stop working? What they wrote stays."
      printing={printing}
      onChoose={setOnly}
    />
  ))
  return (
    <Show
      when={linked().length > 0}
      fallback={
        <p class={`${printStyles.printEmpty} on-screen`}>
          {printing.now.entries.length === 0
            ? 'There are no teams yet.'
            : 'The slips are shown here once they are made.'}
        </p>
      }
    >
      <For each={chunk(linked(), perPage)}>
        {(page) => (
          <Sheet printing={printing} class={sheetStyles.foldTwo}>
            <For each={page}>
              {(entry) => (
                <article class={cardsStyles.slip} data-piece>
                  <Qr class={cardsStyles.slipQr} text={printing.link(entry.id)!} label={`Link of ${entry.team}`} />
                  <div>
                    <p class={cardsStyles.slipTeam} data-fit={fitStep(entry.team, 22, 50)} dir="auto">
                      {entry.team}
                    </p>
                    <p>
                      Your words, your turn and your clock. For your team alone: whoever scans this can change your
                      entry.
                    </p>
                    <p>
                      Everyone finds you at {shortAddress(printing.now.event.joinUrl)} with the code{' '}
                      {entryCodeWords(printing.now.event, entry)}.
                    </p>
                  </div>
                </article>
              )}
            </For>
          </Sheet>
        )}
      </For>
    </Show>
  )
}
