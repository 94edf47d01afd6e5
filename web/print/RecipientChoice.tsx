import { createSignal, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import { InlineConfirm } from '../ui/buttons/InlineConfirm.tsx'
import { Press } from '../ui/buttons/Press.tsx'
import { SelectField } from '../ui/fields/SelectField.tsx'

type Props = {
  label: string
  everyone: string
  people: { id: string; name: string }[]
  noun: string
  hasLinks: boolean
  note: string
  stops: string
  make: (only: string[], stopEarlier: boolean) => Promise<unknown>
  onChoose: (only: string[]) => void
}

export function RecipientChoice(props: Props) {
  const [recipientId, setRecipientId] = createSignal('')
  const only = () => (recipientId() ? [recipientId()] : props.people.map(({ id }) => id))
  const many = () => countOf(only().length, props.noun)
  return (
    <>
      <SelectField
        label={props.label}
        value={recipientId()}
        options={[
          { value: '', label: props.everyone },
          ...props.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onInput={(id) => {
          setRecipientId(id)
          props.onChoose(only())
        }}
      />
      <p class="dim">{props.note}</p>
      <div class="buttons">
        <Press loud={!props.hasLinks} onPress={() => props.make(only(), false)}>
          {props.hasLinks ? `Make ${many()} anew` : `Make ${many()}`}
        </Press>
        <InlineConfirm
          label="Make them and stop earlier links…"
          question={props.stops}
          yes="Stop them and make new ones"
          no="Leave them"
          onYes={() => props.make(only(), true)}
        />
      </div>
      <Show when={props.hasLinks}>
        <p class="dim">Print them now: when this page is left, only new ones can be made.</p>
      </Show>
    </>
  )
}
