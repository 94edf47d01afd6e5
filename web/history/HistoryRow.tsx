import type { JSX } from 'solid-js'
import { momentWords } from '../record/record-words.ts'
import * as styles from './history.module.css'

export function HistoryRow(props: { at: string; day: string | null; children: JSX.Element }) {
  return (
    <li class={styles.historyRow}>
      <time datetime={props.at}>{momentWords(props.at, props.day)}</time>
      <span>{props.children}</span>
    </li>
  )
}
