import type { JSX } from 'solid-js'
import * as styles from './wide-table.module.css'

export function WideTable(props: { label: string; children: JSX.Element }) {
  return (
    <section class={styles.wide} tabindex="0" aria-label={props.label}>
      <table class="figures">{props.children}</table>
    </section>
  )
}
