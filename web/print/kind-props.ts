import type { JSX } from 'solid-js'
import type { Printing } from './printing.ts'

export type KindProps = {
  printing: Printing
  /** Where a kind puts its own choices, beside the preview. */
  options: (choices: () => JSX.Element) => void
}
