import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { entryAddress, entryCodeWords } from '../../core/words/code-words.ts'
import { Qr } from '../../ui/page/Qr.tsx'
import type { KindProps } from '../kind-props.ts'
import * as printStyles from '../print.module.css'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { chunk, fitStep } from '../sheets.ts'
import * as cardsStyles from './cards.module.css'

const perPage = 10

/** A badge for everyone on a team; one with the team's name where nobody is named. Its code is public: it opens the team's entry. */
export function TeamBadges(props: KindProps) {
  const { printing } = props
  const badges = () =>
    printing.now.entries.flatMap((entry): { entry: Entry; name: string }[] =>
      (entry.members.length > 0 ? entry.members : ['']).map((name) => ({ entry, name })),
    )
  return (
    <Show
      when={badges().length > 0}
      fallback={<p class={`${printStyles.printEmpty} on-screen`}>There are no teams yet.</p>}
    >
      <For each={chunk(badges(), perPage)}>
        {(page) => (
          <Sheet printing={printing} class={sheetStyles.foldTwo}>
            <For each={page}>
              {({ entry, name }) => (
                <article class={cardsStyles.slip} data-piece>
                  <Qr
                    class={cardsStyles.teamBadgeQr}
                    text={entryAddress(printing.now.event, entry)}
                    label={`Code for ${entryAddress(printing.now.event, entry)}`}
                  />
                  <div>
                    <p class={cardsStyles.teamBadgeName} data-fit={fitStep(name || entry.team, 18, 40)} dir="auto">
                      {name || entry.team}
                    </p>
                    <Show when={name}>
                      <p class={cardsStyles.teamBadgeTeam} dir="auto">
                        {entry.team}
                      </p>
                    </Show>
                    <p class={cardsStyles.dimPrint}>code {entryCodeWords(printing.now.event, entry)}</p>
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
