import { createSignal, For, Show } from 'solid-js'
import { createCaptions } from '../../core/feed/captions.ts'
// A sheet of its own would add its preload to the judge's first load.
import * as styles from '../ballot/saving-bar.module.css'
import { readChoice, saveChoice } from './captions-choice.ts'

/** For whoever wants to read what is said: off until chosen, and remembered on this phone. */
export function PhoneCaptions(props: { slug: string; available: boolean; connected: boolean }) {
  const [chosen, choose] = createSignal(readChoice())
  const enabled = () => props.available && chosen()
  const lines = createCaptions(props.slug, enabled, () => props.connected)
  function toggle() {
    choose(!chosen())
    saveChoice(chosen())
  }
  return (
    <Show when={props.available}>
      <section class={styles.barLine} aria-label="Captions">
        <Show when={enabled()}>
          <div>
            <For each={lines()} fallback={<p class="dim">Captions appear here</p>}>
              {(line) => (
                <p dir="auto">
                  <strong>{line}</strong>
                </p>
              )}
            </For>
          </div>
        </Show>
        <button type="button" class={styles.barLeft} aria-pressed={chosen()} onClick={toggle}>
          {chosen() ? 'Hide captions' : 'Show captions'}
        </button>
      </section>
    </Show>
  )
}
