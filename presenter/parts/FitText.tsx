import type { JSX } from 'solid-js'
import { createFit, type Fit } from './fit.ts'
import * as styles from './picture.module.css'

type Props = Fit & { class: string; classList?: Record<string, boolean>; children: JSX.Element }

export function FitText(props: Props) {
  let box!: HTMLDivElement
  createFit(
    () => box,
    () => ({
      words: props.words,
      largest: props.largest,
      smallest: props.smallest,
      breaks: props.breaks,
      onFit: props.onFit,
    }),
  )
  return (
    <div class={`${styles.fit} ${props.class}`} classList={props.classList} ref={box} dir="auto">
      {props.children}
    </div>
  )
}
