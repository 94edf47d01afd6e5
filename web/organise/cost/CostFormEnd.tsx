import { Show } from 'solid-js'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import { ChangeCost } from './ChangeCost.tsx'
import type { CostForm, CostWords } from './cost-form.ts'

// biome-ignore lint/suspicious/noExplicitAny: any form may have a cost
type Props = { costForm: CostForm<any>; words: CostWords }

export function CostFormEnd(props: Props) {
  return (
    <Show when={props.costForm.cost()} keyed fallback={<FormEnd form={props.costForm.form} label={props.words.save} />}>
      <ChangeCost costForm={props.costForm} words={props.words} />
    </Show>
  )
}
