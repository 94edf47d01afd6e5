import { For } from 'solid-js'
import { ScoreAxis } from '../ui/profile/ScoreAxis.tsx'
import { ExampleStrip } from './ExampleStrip.tsx'
import type { ExampleRow } from './example-row.ts'
import * as styles from './method.module.css'

const span = { lo: 2, hi: 5, ticks: [2, 3, 4, 5] }

export function ExamplePanel(props: { title: string; rows: ExampleRow[] }) {
  const best = () => Math.max(...props.rows.map((row) => row.average))
  const marksLabel = (row: ExampleRow) =>
    `marks ${row.marks.map(({ value, strict }) => `${value.toFixed(1)}${strict ? ' from the strict judge' : ''}`).join(', ')}`
  return (
    <div>
      <h2>{props.title}</h2>
      <div class={styles.workedRow} aria-hidden="true">
        <span />
        <ScoreAxis span={span} />
      </div>
      <For each={props.rows}>
        {(row) => (
          <p class={styles.workedRow} classList={{ [styles.top]: row.average === best() }}>
            <span>{row.team}</span>
            <ExampleStrip row={row} span={span} label={marksLabel(row)} />
            <span class="figures">{row.average.toFixed(1)}</span>
          </p>
        )}
      </For>
    </div>
  )
}
