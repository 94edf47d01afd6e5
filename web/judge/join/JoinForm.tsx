import { createSignal, Show } from 'solid-js'
import { Problem } from '../../core/api.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { type Door, rememberedMe } from './judge-session.ts'

/** Name, role, organisation: all that is asked of a judge. */
export function JoinForm(props: { door: Door }) {
  const known = rememberedMe()
  const [name, setName] = createSignal(known?.name ?? '')
  const [role, setRole] = createSignal(known?.role ?? '')
  const [organisation, setOrganisation] = createSignal(known?.organisation ?? '')
  const [problem, setProblem] = createSignal<Problem>()
  const [joining, setJoining] = createSignal(false)
  let form!: HTMLFormElement

  const problemOf = (field: string) => problem()?.fields.find((one) => one.pointer === `/${field}`)?.title

  async function join(e: SubmitEvent) {
    e.preventDefault()
    if (joining()) return
    if (!name().trim()) {
      setProblem(
        new Problem('invalid', 'Please tell us your name', 422, '', [
          { pointer: '/name', title: 'Please tell us your name' },
        ]),
      )
      form.querySelector('input')?.focus()
      return
    }
    setJoining(true)
    try {
      await props.door.join({ name: name(), role: role(), organisation: organisation() })
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
    } finally {
      setJoining(false)
    }
  }

  return (
    <form class="form" ref={form} onSubmit={join} novalidate>
      <TextField
        label="Your name"
        value={name()}
        onInput={setName}
        problem={problemOf('name')}
        input={{ autocomplete: 'name', maxlength: 80, required: true, enterkeyhint: 'next' }}
      />
      <TextField
        label="Your role (optional)"
        hint="Councillor, director, resident…"
        value={role()}
        onInput={setRole}
        problem={problemOf('role')}
        input={{ autocomplete: 'organization-title', maxlength: 80, enterkeyhint: 'next' }}
      />
      <TextField
        label="Your organisation (optional)"
        hint="So that we can ask before you score your own colleagues."
        value={organisation()}
        onInput={setOrganisation}
        problem={problemOf('organisation')}
        input={{ autocomplete: 'organization', maxlength: 120, enterkeyhint: 'go' }}
      />
      <div role="alert">
        <Show when={problem() && !problem()?.fields.length && problem()}>
          {(no) => <p class="form-problem">{no().detail ?? no().title}.</p>}
        </Show>
      </div>
      <button class="button" type="submit" aria-disabled={joining()}>
        {joining() ? 'One moment…' : 'Start judging'}
      </button>
    </form>
  )
}
