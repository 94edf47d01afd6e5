import { type JSX, onCleanup, onMount } from 'solid-js'
import type { Printing } from './printing.ts'
import * as styles from './sheet.module.css'

export function Sheet(props: { printing: Printing; class?: string; children: JSX.Element }) {
  onMount(() => props.printing.countPage(1))
  onCleanup(() => props.printing.countPage(-1))
  return (
    <section class={`${styles.a4} ${props.class ?? ''}`} data-sheet>
      {props.children}
    </section>
  )
}
