import { createSignal, type JSX, Show } from 'solid-js'
import { Problem } from '../../core/api.ts'
import { sentence } from '../../core/form.ts'

type Props = { onPress: () => Promise<unknown>; children: JSX.Element; loud?: boolean }

/** A button that asks the server for one thing: pressed twice it asks once, and says in words when it could not be. */
export function Press(props: Props) {
  const [sending, setSending] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()

  async function press() {
    if (sending()) return
    setSending(true)
    setProblem(undefined)
    try {
      await props.onPress()
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      <button
        class={props.loud ? 'button' : 'button quiet'}
        type="button"
        aria-disabled={sending() || undefined}
        onClick={press}
      >
        {props.children}
      </button>
      <Show when={problem()}>
        {(no) => (
          <p class="form-problem" role="alert">
            {sentence(no())}
          </p>
        )}
      </Show>
    </>
  )
}
