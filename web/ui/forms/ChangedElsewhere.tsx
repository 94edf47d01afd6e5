import { For, Show } from 'solid-js'
import type { Form } from '../../core/form.ts'

// biome-ignore lint/suspicious/noExplicitAny: any form may change elsewhere
type Props = { form: Pick<Form<any>, 'conflicts' | 'useSaved'>; labels: Record<string, string> }

export function ChangedElsewhere(props: Props) {
  return (
    <div role="status">
      <Show when={props.form.conflicts().length}>
        <div class="stack">
          <For each={props.form.conflicts()}>
            {({ field, saved }) => (
              <div class="buttons">
                <p>
                  {props.labels[field] ?? field} was changed on another laptop: <bdi>“{String(saved)}”</bdi>. Saving
                  replaces it with yours.
                </p>
                <button class="button quiet" type="button" onClick={() => props.form.useSaved(field)}>
                  Use theirs<span class="spoken"> for {props.labels[field] ?? field}</span>
                </button>
              </div>
            )}
          </For>
        </div>
      </Show>
    </div>
  )
}
