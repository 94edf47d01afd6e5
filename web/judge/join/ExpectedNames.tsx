import { createMemo, For, Show } from 'solid-js'
import { withoutAccents } from '../../../api/rules/event/normalise-name.ts'
import type { JudgeName } from '../../../api/schema/judge.ts'
import * as styles from '../judge.module.css'

const maxShown = 6

export function ExpectedNames(props: {
  judges: JudgeName[]
  typed: string
  chosen: string | undefined
  onChoose: (judge: JudgeName) => void
}) {
  const plain = (text: string) => withoutAccents(text).toLowerCase()
  const fitting = createMemo(() => {
    const words = plain(props.typed).split(/\s+/)
    return props.judges.filter(
      (judge) => judge.id === props.chosen || words.every((word) => plain(judge.name).includes(word)),
    )
  })
  return (
    <Show when={fitting().length > 0}>
      <fieldset class={styles.expected}>
        <legend>Are you one of these?</legend>
        <div class={styles.expectedNames}>
          <For each={fitting().slice(0, maxShown)}>
            {(judge) => (
              <button
                class="button quiet"
                type="button"
                aria-pressed={judge.id === props.chosen}
                onClick={() => props.onChoose(judge)}
              >
                <span dir="auto">{judge.name}</span>
              </button>
            )}
          </For>
        </div>
        <Show when={fitting().length > maxShown}>
          <p class="hint">and {fitting().length - maxShown} more: type your name to find it</p>
        </Show>
      </fieldset>
    </Show>
  )
}
