import type { JSX } from 'solid-js'
import * as styles from './check.module.css'
import type { Finding } from './venue-words.ts'

type Props = { name: string; finding: Finding; children?: JSX.Element }

const marks: Record<Finding['state'], string> = { asking: '…', done: '✓', worth: '!', missing: '×', you: '?' }
const states: Record<Finding['state'], string> = {
  asking: 'Checking',
  done: 'As it should be',
  worth: 'Worth knowing',
  missing: 'Not working',
  you: 'For you to try',
}

export function FindingRow(props: Props) {
  return (
    <li class={`check ${props.finding.state}`}>
      <span class="check-mark" aria-hidden="true">
        {marks[props.finding.state]}
      </span>
      <div class={styles.checkWords}>
        <h3>
          {props.name}:{' '}
          <span class={styles.checkState} data-state={props.finding.state}>
            {states[props.finding.state].toLowerCase()}
          </span>
        </h3>
        <p>{props.finding.text}</p>
      </div>
      {props.children}
    </li>
  )
}
