import { createSignal, Match, Switch } from 'solid-js'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import type { KindProps } from '../kind-props.ts'
import * as styles from '../print.module.css'
import { BallotPages } from './BallotPages.tsx'
import { PanelSheets } from './PanelSheets.tsx'

const forms = [
  { value: 'all', label: 'A sheet for each judge,', hint: 'all teams on it in running order.' },
  { value: 'each', label: 'A ballot for each judge and team,', hint: 'with room for a comment.' },
  { value: 'blank', label: 'One page of blank ballots', hint: 'to be copied as often as it takes.' },
]

export function Ballots(props: KindProps) {
  const { printing } = props
  const [form, setForm] = createSignal('all')
  const [judgeId, setJudgeId] = createSignal('')
  const [entryId, setEntryId] = createSignal('')
  const panel = () => printing.panel()
  const judges = () => {
    if (judgeId() === 'blank' || panel().length === 0) return [undefined]
    return panel().filter(({ id }) => judgeId() === '' || id === judgeId())
  }
  const entries = () => printing.scored().filter(({ id }) => entryId() === '' || id === entryId())
  props.options(() => (
    <>
      <ChoiceField label="How" value={form()} options={forms} onInput={setForm} />
      <Switch>
        <Match when={form() !== 'blank'}>
          <SelectField
            label="For whom"
            value={judgeId()}
            options={[
              { value: '', label: 'Every judge on the panel' },
              { value: 'blank', label: 'Nobody yet: the name is left blank' },
              ...panel().map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onInput={setJudgeId}
          />
        </Match>
      </Switch>
      <Switch>
        <Match when={form() === 'each'}>
          <SelectField
            label="Which team"
            value={entryId()}
            options={[
              { value: '', label: 'Every team' },
              ...printing.scored().map((entry) => ({ value: entry.id, label: printing.numbered(entry) })),
            ]}
            onInput={setEntryId}
          />
        </Match>
      </Switch>
      <p class="dim">
        Filled-in ballots are copied in at <a href={`/e/${printing.slug}/paper`}>Paper ballots</a>, until scoring
        closes.
      </p>
    </>
  ))
  return (
    <Switch>
      <Match when={printing.now.event.criteria.length === 0}>
        <p class={`${styles.printEmpty} on-screen`}>There is no rubric yet. Choose how entries are judged first.</p>
      </Match>
      <Match when={form() === 'blank'}>
        <BallotPages printing={printing} judges={[undefined]} entries={[undefined]} fill />
      </Match>
      <Match when={printing.scored().length === 0}>
        <p class={`${styles.printEmpty} on-screen`}>There are no teams yet.</p>
      </Match>
      <Match when={form() === 'each'}>
        <BallotPages printing={printing} judges={judges()} entries={entries()} />
      </Match>
      <Match when={true}>
        <PanelSheets printing={printing} judges={judges()} />
      </Match>
    </Switch>
  )
}
