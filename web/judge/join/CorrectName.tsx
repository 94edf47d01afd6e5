import { createSignal, Show } from 'solid-js'
import { Problem } from '../../core/api.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { Judging } from '../judging.ts'

export function CorrectName(props: { judging: Judging }) {
  const [open, setOpen] = createSignal(false)
  const [message, setMessage] = createSignal('')
  const [values, setValues] = createSignal({ name: '', role: '', organisation: '' })
  const set = (field: 'name' | 'role' | 'organisation') => (value: string) =>
    setValues((before) => ({ ...before, [field]: value }))

  function show() {
    const { name, role, organisation } = props.judging.judge()
    setValues({ name, role, organisation })
    setMessage('')
    setOpen(true)
  }

  async function save(e: SubmitEvent) {
    e.preventDefault()
    if (!values().name.trim()) return setMessage('Please give your name.')
    setMessage('One moment…')
    try {
      await props.judging.correct(values())
      setOpen(false)
      setMessage('Saved.')
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setMessage(`${failure.detail ?? failure.title}.`)
    }
  }

  return (
    <section>
      <Show
        when={open()}
        fallback={
          <button class="button quiet" type="button" onClick={show}>
            Correct my name…
          </button>
        }
      >
        <form class="form" onSubmit={save} novalidate>
          <TextField
            label="Your name"
            value={values().name}
            onInput={set('name')}
            input={{ autocomplete: 'name', maxlength: 80 }}
          />
          <TextField
            label="Your role (optional)"
            value={values().role}
            onInput={set('role')}
            input={{ autocomplete: 'organization-title', maxlength: 80 }}
          />
          <TextField
            label="Your organisation (optional)"
            value={values().organisation}
            onInput={set('organisation')}
            input={{ autocomplete: 'organization', maxlength: 120 }}
          />
          <button class="button" type="submit">
            Save
          </button>
          <button class="button quiet" type="button" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </form>
      </Show>
      <p role="status">{message()}</p>
    </section>
  )
}
