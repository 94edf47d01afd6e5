import type { JSX } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'

type Props = { entry: Entry; number: number; note: string; onOpen: () => void; children?: JSX.Element }

export function TeamRow(props: Props) {
  return (
    <li>
      <button type="button" class="row" onClick={() => props.onOpen()}>
        <span class="row-slot">{props.number || ''}</span>
        <span class="row-main">
          <strong dir="auto">{props.entry.team}</strong>
          <span dir="auto">
            {props.entry.table && `Table ${props.entry.table} · `}
            {props.entry.title}
          </span>
        </span>
        <span class="row-note">{props.note}</span>
      </button>
      {props.children}
    </li>
  )
}
