import { createSignal, onCleanup, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import { InlineConfirm } from '../ui/buttons/InlineConfirm.tsx'
import { Press } from '../ui/buttons/Press.tsx'
import { SelectField } from '../ui/fields/SelectField.tsx'

import type { Printing } from './printing.ts'

type Props = {
  label: string
  everyone: string
  people: { id: string; name: string }[]
  noun: string
  note: string
  stops: string
  printing: Printing
  onChoose: (only: string[]) => void
}

export function RecipientChoice(props: Props) {
  const [recipientId, setRecipientId] = createSignal('')
  const only = () => (recipientId() ? [recipientId()] : props.people.map(({ id }) => id))
  const withoutLink = () => only().filter((id) => !props.printing.link(id))
  const markPrinted = () => props.printing.markSaved(only())
  addEventListener('afterprint', markPrinted)
  onCleanup(() => removeEventListener('afterprint', markPrinted))
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
        <Show when={withoutLink().length}>
          <Press loud onPress={() => props.printing.issue(withoutLink())}>
            Make {countOf(withoutLink().length, props.noun)}
          </Press>
        </Show>
        <InlineConfirm
          label="Make new links and stop earlier ones…"
          question={props.stops}
          yes="Stop them and make new ones"
          no="Leave them"
          onYes={() => props.printing.replace(only())}
        />
      </div>
      <Show when={withoutLink().length < only().length}>
        <p class="dim">These links stay in this tab until you close it.</p>
      </Show>
    </>
  )
}
