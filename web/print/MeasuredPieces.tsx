import { type JSX, onCleanup, onMount } from 'solid-js'
import * as styles from './sheet.module.css'
import { pageWidth } from './sheets.ts'

export function MeasuredPieces(props: { onMeasured: (heights: number[]) => void; children: JSX.Element }) {
  let ruler!: HTMLDivElement
  let gone = false
  onCleanup(() => {
    gone = true
  })
  onMount(async () => {
    // Browsers request a script's font only after layout.
    await new Promise(requestAnimationFrame)
    await document.fonts.ready
    if (gone) return
    const perMillimetre = ruler.getBoundingClientRect().width / pageWidth
    const pieces = [...ruler.querySelectorAll('[data-piece]')]
    props.onMeasured(pieces.map((piece) => piece.getBoundingClientRect().height / perMillimetre))
  })
  return (
    <div class={styles.ruler} ref={ruler} aria-hidden="true">
      {props.children}
    </div>
  )
}
