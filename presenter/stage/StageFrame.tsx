import { For, type JSX, Show } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import * as styles from './stage-frame.module.css'

/** Shrinks every scene alike, in its own proportions, beside the spaces for captions and for an interpreter that the event sets. */
export function StageFrame(props: {
  event: Pick<Event, 'captions' | 'interpreter'>
  captions: readonly string[]
  children: JSX.Element
}) {
  return (
    <div
      class={styles.frame}
      data-captions={props.event.captions ? '' : undefined}
      data-interpreter={props.event.interpreter === 'none' ? undefined : props.event.interpreter}
    >
      <div class={styles.sceneArea}>{props.children}</div>
      <Show when={props.event.captions}>
        <div class={styles.captions}>
          <For each={props.captions}>{(line) => <p dir="auto">{line}</p>}</For>
        </div>
      </Show>
      <Show when={props.event.interpreter !== 'none'}>
        <div class={styles.interpreter} />
      </Show>
    </div>
  )
}
