import { type JSX, onCleanup, onMount } from 'solid-js'
import { pageWide } from './sheets.ts'

/** Draws out of sight what will be printed, as wide as a page, and says how high each `.piece` came out, in millimetres. */
export function Ruler(props: { onMeasured: (heights: number[]) => void; children: JSX.Element }) {
  let ruler!: HTMLDivElement
  let gone = false
  onCleanup(() => {
    gone = true
  })
  onMount(async () => {
    // A script's own font is asked for once its letters are laid out.
    await new Promise(requestAnimationFrame)
    await document.fonts.ready
    if (gone) return
    const perMillimetre = ruler.getBoundingClientRect().width / pageWide
    const pieces = [...ruler.querySelectorAll('.piece')]
    props.onMeasured(pieces.map((piece) => piece.getBoundingClientRect().height / perMillimetre))
  })
  return (
    <div class="ruler" ref={ruler} aria-hidden="true">
      {props.children}
    </div>
  )
}
