import { createSignal, For } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import * as buttonsStyles from '../buttons.module.css'
import { ConfirmButton } from '../ConfirmButton.tsx'
import type { Desk } from '../desk.ts'
import * as panelStyles from './panel.module.css'

const choices = [5, 15, 60]

export function RemoveRecent(props: { desk: Desk }) {
  const [minutes, setMinutes] = createSignal(choices[0]!)
  const period = () => `the last ${countOf(minutes(), 'minute')}`
  return (
    <details class={panelStyles.removeRecent}>
      <summary>Strangers on the panel?</summary>
      <label>
        Joined in the last{' '}
        <select onChange={(e) => setMinutes(Number(e.currentTarget.value))}>
          <For each={choices}>{(choice) => <option value={choice}>{countOf(choice, 'minute')}</option>}</For>
        </select>
      </label>
      <ConfirmButton
        class={`${buttonsStyles.button} ${buttonsStyles.danger}`}
        label="Remove those who have not scored…"
        question={`Remove everyone who joined in ${period()} and has not scored?`}
        detail="Judges who have scored stay, and so do those who joined before. You can admit a removed judge again on the organiser’s page."
        confirm="Remove them"
        onConfirm={() => props.desk.judges.removeRecent(minutes() * 60_000)}
      />
    </details>
  )
}
