import type { JSX } from 'solid-js'
import type { Printing } from './printing.ts'

export type KindProps = {
  printing: Printing
  options: (choices: () => JSX.Element) => void
}
