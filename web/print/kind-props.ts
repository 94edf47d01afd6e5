import type { JSX } from 'solid-js'
import type { Printing } from './printing.ts'

export type KindProps = {
  printing: Printing
  /** Renders the kind's own options beside the preview. */
  options: (choices: () => JSX.Element) => void
}
