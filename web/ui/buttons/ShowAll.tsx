import { Show } from 'solid-js'
import type { TruncatedList } from './truncated-list.ts'

export function ShowAll(props: { list: TruncatedList; many: string }) {
  function open(e: MouseEvent & { currentTarget: HTMLButtonElement }) {
    const element = e.currentTarget.parentElement?.previousElementSibling
    const before = element?.childElementCount ?? 0
    props.list.showAll()
    element?.children[before]?.querySelector<HTMLElement>('button, a')?.focus()
  }
  return (
    <Show when={props.list.truncated()}>
      <div class="buttons">
        <button class="button quiet" type="button" onClick={open}>
          Show all {props.list.total()} {props.many}
        </button>
      </div>
    </Show>
  )
}
