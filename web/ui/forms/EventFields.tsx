import { createUniqueId, For, Show } from 'solid-js'
import type { Form } from '../../core/form.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { admissions } from './admissions.ts'
import type { EventValues } from './event-form.ts'

const scorings = [
  { value: 'on-stage', label: 'As teams come on stage.', hint: 'A team takes scores once it has been called.' },
  {
    value: 'any-order',
    label: 'In any order, at the tables.',
    hint: 'The showcase opens every team at once; judges walk round, scan a card and score.',
  },
]

const galleries = [
  {
    value: 'from-doors',
    label: 'From the doors on.',
    hint: 'People at home and at the tables can look at every team.',
  },
  { value: 'after-result', label: 'After the result.', hint: 'Everyone sees it once the result has been published.' },
  { value: 'never', label: 'Only you.', hint: 'The room’s page still lists the teams.' },
]

const captions = [
  { value: 'off', label: 'No captions.' },
  {
    value: 'on',
    label: 'Captions at the top of the stage.',
    hint: 'Typed at the desk, or sent by a captioner’s program. Phones show them to whoever wants to read along.',
  },
]

const interpreters = [
  { value: 'none', label: 'No space on the stage.' },
  {
    value: 'left',
    label: 'A space on the left.',
    hint: 'A quarter of the stage stays dark there, for a camera’s picture.',
  },
  { value: 'right', label: 'A space on the right.' },
]

/** All fields but the name. */
export function EventFields(props: { form: Form<EventValues>; optional?: boolean }) {
  const may = (label: string) => (props.optional ? `${label} (optional)` : label)
  const set = (field: keyof EventValues) => (value: string) =>
    props.form.change((draft) => {
      Object.assign(draft, { [field]: value })
    })
  const zonesId = createUniqueId()
  return (
    <>
      <div class="grid pair">
        <TextField
          label={may('Date and time')}
          value={props.form.values.startsAt}
          onInput={set('startsAt')}
          problem={props.form.problemOf('startsAt')}
          input={{ name: 'startsAt', type: 'datetime-local', max: '2100-12-31T23:59' }}
        />
        <TextField
          label={may('Venue')}
          value={props.form.values.venue}
          onInput={set('venue')}
          problem={props.form.problemOf('venue')}
          input={{ name: 'venue', autocomplete: 'off' }}
        />
      </div>
      <div class="grid narrow">
        <TextField
          label="Minutes to talk"
          value={props.form.values.talk}
          onInput={set('talk')}
          problem={props.form.problemOf('talkSeconds')}
          input={{ name: 'talk', inputmode: 'decimal', autocomplete: 'off' }}
        />
        <TextField
          label="Minutes for questions"
          value={props.form.values.questions}
          onInput={set('questions')}
          problem={props.form.problemOf('questionsSeconds')}
          input={{ name: 'questions', inputmode: 'decimal', autocomplete: 'off' }}
        />
      </div>
      <Show when={props.optional}>
        <ChoiceField
          label="Who can judge"
          value={props.form.values.admission}
          options={admissions.map((admission) => ({ ...admission, label: `${admission.label}.` }))}
          problem={props.form.problemOf('admission')}
          onInput={set('admission')}
        />
      </Show>
      <details class="more" open={Boolean(props.form.problemOf('timeZone')) || undefined}>
        <summary>More: time zone, scoring at the tables, captions, an interpreter, the gallery</summary>
        <div class="stack">
          <TextField
            label={may('Time zone')}
            hint="Every page shows times in this zone. Without one, each device uses its own."
            value={props.form.values.timeZone}
            onInput={set('timeZone')}
            problem={props.form.problemOf('timeZone')}
            input={{ name: 'timeZone', list: zonesId, autocomplete: 'off', spellcheck: false }}
          />
          <datalist id={zonesId}>
            <For each={Intl.supportedValuesOf('timeZone')}>{(zone) => <option value={zone} />}</For>
          </datalist>
          <ChoiceField
            label="When judges score"
            value={props.form.values.scoring}
            options={scorings}
            problem={props.form.problemOf('scoring')}
            onInput={set('scoring')}
          />
          <ChoiceField
            label="Captions"
            value={props.form.values.captions}
            options={captions}
            problem={props.form.problemOf('captions')}
            onInput={set('captions')}
          />
          <ChoiceField
            label="Sign-language interpreter"
            value={props.form.values.interpreter}
            options={interpreters}
            problem={props.form.problemOf('interpreter')}
            onInput={set('interpreter')}
          />
          <ChoiceField
            label="Who sees the gallery of all teams, and when"
            value={props.form.values.galleryPublic}
            options={galleries}
            problem={props.form.problemOf('galleryPublic')}
            onInput={set('galleryPublic')}
          />
        </div>
      </details>
    </>
  )
}
