import { Show } from 'solid-js'
import type { Fold } from './truncated-list.ts'

/** After the beginning of a long list: the rest of it, with the cursor on the first row that was not there. */
export function ShowAll(props: { fold: Fold; many: string }) {
  function open(e: MouseEvent & { currentTarget: HTMLButtonElement }) {
    const list = e.currentTarget.parentElement?.previousElementSibling
    const before = list?.childElementCount ?? 0
    props.fold.open()
    list?.children[before]?.querySelector<HTMLElement>('button, a')?.focus()
  }
  return (
    <Show when={props.fold.folded()}>
      <div class="buttons">
        <button class="button quiet" type="button" onClick={open}>
          Show all {props.fold.of()} {props.many}
        </button>
      </div>
    </Show>
  )
}
