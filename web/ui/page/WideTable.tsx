import './wide-table.css'
import type { JSX } from 'solid-js'

/** A table that may be wider than the screen: it is moved by itself, by finger or by the arrow keys, and the page stays. */
export function WideTable(props: { label: string; children: JSX.Element }) {
  return (
    <section class="wide" tabindex="0" aria-label={props.label}>
      <table class="figures">{props.children}</table>
    </section>
  )
}
