import { createMemo, For, Show } from 'solid-js'
import { listScript } from '../../api/rules/result/host-script.ts'
import { listShownAwards } from '../../api/rules/result/shown-awards.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { announcement, scriptEnd, scriptTitle } from '../../web/core/words/host-script-words.ts'
import { listNames } from '../../web/core/words/names.ts'
import * as styles from './host-script.module.css'

/** What the host says next, what is to come, and what was shown; only the last has teams. */
export function HostScript(props: { event: Event; stage: StageSnapshot; entries: Entry[] }) {
  const isOver = () => props.stage.scene === 'winners' || props.stage.phase === 'final'
  const script = createMemo(() => {
    const shown = props.stage.reveal.shown.flatMap((step) => (step.kind === 'award' ? [step.award] : []))
    return listScript(props.event, [], shown.length > 0 ? shown : listShownAwards(props.stage.reveal.shown))
  })
  const teamsOf = (ids: string[]) =>
    listNames(ids.map((id) => props.entries.find((entry) => entry.id === id)?.team ?? ''))
  const coming = () => (isOver() ? [] : script().coming)
  return (
    <section class={styles.script} aria-label="Script">
      <div class={styles.next}>
        <p class="dim">{isOver() ? 'To end' : 'Say next'}</p>
        <p class={styles.say} dir="auto">
          {coming()[0] ? announcement(coming()[0]!) : scriptEnd}
        </p>
        <Show when={props.stage.phase === 'closed'}>
          <p class="dim">Prizes given by hand appear here as they are shown.</p>
        </Show>
      </div>
      <ol class={styles.lines}>
        <For each={script().shown}>
          {(line) => (
            <li class={styles.shown}>
              <span aria-hidden="true">✓</span> {scriptTitle(line)}: <b dir="auto">{teamsOf(line.entryIds)}</b>
            </li>
          )}
        </For>
        <For each={coming()}>{(line) => <li>{scriptTitle(line)}</li>}</For>
      </ol>
    </section>
  )
}
