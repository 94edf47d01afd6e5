import { createMemo, createSignal, For, Show } from 'solid-js'
import type { KindProps } from '../kind-props.ts'
import * as printStyles from '../print.module.css'
import { RecipientChoice } from '../RecipientChoice.tsx'
import { Sheet } from '../Sheet.tsx'
import * as sheetStyles from '../sheet.module.css'
import { chunk } from '../sheets.ts'
import { Badge } from './Badge.tsx'

const perPage = 4

export function Badges(props: KindProps) {
  const { printing } = props
  const [only, setOnly] = createSignal<string[]>()
  const linked = createMemo(() =>
    printing.panel().filter(({ id }) => printing.link(id) && (only()?.includes(id) ?? true)),
  )
  const waiting = () => printing.now.judges.filter((judge) => judge.status === 'waiting').length
  props.options(() => (
    <RecipientChoice
      label="Badges for"
      everyone="Every judge on the panel"
      people={printing.panel()}
      noun="badge"
      note={`A badge carries a personal link. Links that you sent and phones that are in go on working.${
        waiting() > 0 ? ` ${waiting()} still to be let in: no badge before that.` : ''
      }`}
      stops="Make every earlier link of these judges stop working? Their phones stop too, until each has scanned the new badge. What they scored stays."
      printing={printing}
      onChoose={setOnly}
    />
  ))
  return (
    <Show
      when={linked().length > 0}
      fallback={
        <p class={`${printStyles.printEmpty} on-screen`}>
          {printing.panel().length === 0
            ? 'Nobody is on the panel yet. Judges who are not known beforehand need no badge: they scan the room’s code.'
            : 'The badges are shown here once they are made.'}
        </p>
      }
    >
      <For each={chunk(linked(), perPage)}>
        {(page) => (
          <Sheet printing={printing} class={sheetStyles.foldTwo}>
            <For each={page}>
              {(judge) => <Badge event={printing.now.event} judge={judge} link={printing.link(judge.id)!} />}
            </For>
          </Sheet>
        )}
      </For>
    </Show>
  )
}
