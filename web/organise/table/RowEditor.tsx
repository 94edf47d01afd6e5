import { type JSX, Show } from 'solid-js'
import type { OpenRow } from './open-row.ts'
import * as styles from './table.module.css'

type Props = { rows: OpenRow; id: string; name: string; exists: boolean; children: JSX.Element }

export function RowEditor(props: Props) {
  return (
    <div class={styles.editor} hidden={props.rows.openId() !== props.id || undefined}>
      <header>
        <h3 id={props.rows.editorHeadingId(props.id)} tabindex="-1" dir="auto">
          {props.name}
        </h3>
        <button
          class={`button quiet ${styles.small}`}
          type="button"
          onClick={() => (props.exists ? props.rows.close() : props.rows.discard(props.id))}
        >
          Close<span class="spoken"> {props.name}</span>
        </button>
      </header>
      <Show when={!props.exists}>
        <p role="alert">Another laptop has removed this. What you typed can still be copied from here.</p>
      </Show>
      {props.children}
    </div>
  )
}
