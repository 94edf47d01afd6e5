import { type JSX, onCleanup, onMount } from 'solid-js'
import type { Printing } from './printing.ts'

/** One page of A4, as it is on the screen and as it comes out of the printer. */
export function Sheet(props: { printing: Printing; class?: string; children: JSX.Element }) {
  onMount(() => props.printing.count(1))
  onCleanup(() => props.printing.count(-1))
  return <section class={`a4 ${props.class ?? ''}`}>{props.children}</section>
}
