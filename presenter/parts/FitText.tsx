import type { JSX } from 'solid-js'
import { createFit, type Fit } from './fit.ts'
import * as styles from './picture.module.css'

export function FitText(props: Fit & { class: string; children: JSX.Element }) {
  let box!: HTMLDivElement
  createFit(
    () => box,
    () => ({ words: props.words, largest: props.largest, smallest: props.smallest }),
  )
  return (
    <div class={`${styles.fit} ${props.class}`} ref={box} dir="auto">
      {props.children}
    </div>
  )
}
