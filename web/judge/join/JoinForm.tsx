import { createSignal, lazy, onMount, Show } from 'solid-js'
import type { JudgeName } from '../../../api/schema/judge.ts'
import { Problem } from '../../core/api.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { ExpectedNames } from './ExpectedNames.tsx'
import { type JudgeSession, readSavedName } from './judge-session.ts'

const SameName = lazy(async () => ({ default: (await import('./SameName.tsx')).SameName }))

export function JoinForm(props: { session: JudgeSession }) {
  const savedName = readSavedName()
  const [name, setName] = createSignal(savedName?.name ?? '')
  const [role, setRole] = createSignal(savedName?.role ?? '')
  const [organisation, setOrganisation] = createSignal(savedName?.organisation ?? '')
  const [problem, setProblem] = createSignal<Problem>()
  const [joining, setJoining] = createSignal(false)
  const [expected, setExpected] = createSignal<JudgeName[]>([])
  const [chosen, setChosen] = createSignal<string>()
  const [candidates, setCandidates] = createSignal<JudgeName[]>([])
  let form!: HTMLFormElement

  onMount(async () => setExpected(await props.session.fetchExpected()))

  const problemOf = (field: string) => problem()?.fields.find((problem) => problem.pointer === `/${field}`)?.title

  function typeName(typed: string) {
    setName(typed)
    setChosen(undefined)
  }

  function choose(judge: JudgeName) {
    setName(judge.name)
    setChosen(judge.id)
  }

  function submit(e: SubmitEvent) {
    e.preventDefault()
    if (name().trim()) return void join({ judgeId: chosen() })
    const title = 'Please tell us your name'
    setProblem(new Problem('invalid', title, 422, '', [{ pointer: '/name', title }]))
    form.querySelector('input')?.focus()
  }

  async function join(as: { judgeId?: string; somebodyElse?: boolean }) {
    if (joining()) return
    setJoining(true)
    setProblem(undefined)
    try {
      await props.session.join({ name: name(), role: role(), organisation: organisation() }, as)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.code === 'same-name') setCandidates(failure.candidates)
      else if (failure.code === 'judge-here') setCandidates([{ id: as.judgeId ?? '', name: name(), arrived: true }])
      else {
        setCandidates([])
        setProblem(failure)
      }
    } finally {
      setJoining(false)
    }
  }

  return (
    <>
      <Show when={candidates().length > 0}>
        <SameName
          candidates={candidates()}
          busy={joining()}
          onClaim={({ id }) => join({ judgeId: id })}
          onSomebodyElse={() => join({ somebodyElse: true })}
          onBack={() => setCandidates([])}
        />
      </Show>
      <form class="form" hidden={candidates().length > 0} ref={form} onSubmit={submit} novalidate>
        <TextField
          label="Your name"
          value={name()}
          onInput={typeName}
          problem={problemOf('name')}
          input={{ autocomplete: 'name', maxlength: 80, required: true, enterkeyhint: 'next' }}
        />
        <Show when={expected().length > 0}>
          <ExpectedNames judges={expected()} typed={name()} chosen={chosen()} onChoose={choose} />
        </Show>
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
        <a href="privacy">Your data</a>
        <div role="alert">
          <Show when={problem() && !problem()?.fields.length && problem()}>
            {(no) => <p class="form-problem">{no().detail ?? no().title}.</p>}
          </Show>
        </div>
        <button class="button" type="submit" aria-disabled={joining()}>
          {joining() ? 'One moment…' : 'Start judging'}
        </button>
      </form>
    </>
  )
}
