import type { JSX } from 'solid-js'
import { momentWords } from '../record/record-words.ts'

export function HistoryRow(props: { at: string; day: string | null; children: JSX.Element }) {
  return (
    <li class="told-line">
      <time datetime={props.at}>{momentWords(props.at, props.day)}</time>
      <span>{props.children}</span>
    </li>
  )
}
