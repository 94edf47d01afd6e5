import { type JSX, onMount } from 'solid-js'
import type { Saving } from '../../ballot/saving.ts'
import { reserveScrollRoom } from '../../core/browser/scroll-room.ts'
import * as styles from './saving-bar.module.css'

type Props = {
  saving: Saving
  action: string
  onOpen: () => void
  children?: JSX.Element
}

const marks: Record<Saving['kind'], string> = { none: '', sending: '…', local: '↓', saved: '✓', attention: '!' }

export function SavingBar(props: Props) {
  let bar!: HTMLElement
  onMount(() => reserveScrollRoom(bar, 'bottom'))
  return (
    <footer class={styles.bar} ref={bar}>
      {props.children}
      <div class={styles.barLine}>
        <p class={styles.barSaving} data-saving={props.saving.kind}>
          <span class={styles.barMark} aria-hidden="true">
            {marks[props.saving.kind]}
          </span>
          <span>{props.saving.text}</span>
        </p>
        <button type="button" class={styles.barLeft} onClick={() => props.onOpen()}>
          {props.action}
        </button>
      </div>
    </footer>
  )
}
