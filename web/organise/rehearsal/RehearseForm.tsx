import { createSignal } from 'solid-js'
import { Press } from '../../ui/buttons/Press.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import type { Organising } from '../organising.ts'
import { playWords } from './rehearsal-words.ts'
import type { Rehearsing } from './rehearsing.ts'

const panels = [6, 12, 24, 40, 60]

export function RehearseForm(props: { organising: Organising; rehearsing: Rehearsing }) {
  const [judges, setJudges] = createSignal('6')
  const [speed, setSpeed] = createSignal('5')
  const [keys, setKeys] = createSignal('theirs')
  const length = (times: number) => (keys() === 'mine' ? undefined : `${playWords(props.organising.now, times)}.`)
  const start = () =>
    props.rehearsing.start({ judges: Number(judges()), speed: Number(speed()), byHand: keys() === 'mine' })
  return (
    <div class="stack">
      <ChoiceField
        label="Who presses the keys?"
        value={keys()}
        options={[
          {
            value: 'theirs',
            label: 'Nobody.',
            hint: 'The show plays by itself, from the doors to the published result.',
          },
          {
            value: 'mine',
            label: 'I do.',
            hint: 'At the desk or with the clicker; the judges score whatever is on stage.',
          },
        ]}
        onInput={setKeys}
      />
      <ChoiceField
        label={keys() === 'mine' ? 'How fast do the judges tap?' : 'How fast?'}
        value={speed()}
        options={[
          { value: '1', label: 'As in the hall', hint: length(1) },
          { value: '5', label: '5 times as fast', hint: length(5) },
          { value: '20', label: '20 times as fast', hint: length(20) },
        ]}
        onInput={setSpeed}
      />
      <SelectField
        label="Made-up judges"
        value={judges()}
        options={panels.map((many) => ({ value: String(many), label: String(many) }))}
        onInput={setJudges}
      />
      <div class="buttons">
        <Press loud onPress={start}>
          {props.rehearsing.rehearsal() ? 'Delete it and rehearse again' : 'Rehearse'}
        </Press>
      </div>
    </div>
  )
}
