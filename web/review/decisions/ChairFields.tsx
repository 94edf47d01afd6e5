import type { Form } from '../../core/form.ts'
import { TextField } from '../../ui/fields/TextField.tsx'

type Decision = { by: string; reason: string }
type Props = {
  form: Pick<Form<Decision>, 'values' | 'problemOf'> & { change: (make: (draft: Decision) => void) => void }
}

export function ChairFields(props: Props) {
  return (
    <div class="grid">
      <TextField
        label="Who decides"
        value={props.form.values.by}
        onInput={(by) =>
          props.form.change((draft) => {
            draft.by = by
          })
        }
        problem={props.form.problemOf('by')}
        input={{ name: 'by', maxlength: 80, autocomplete: 'off' }}
      />
      <TextField
        label="Why"
        value={props.form.values.reason}
        onInput={(reason) =>
          props.form.change((draft) => {
            draft.reason = reason
          })
        }
        problem={props.form.problemOf('reason')}
        input={{ name: 'reason', maxlength: 240, autocomplete: 'off' }}
      />
    </div>
  )
}
