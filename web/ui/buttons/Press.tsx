import { type JSX, Show } from 'solid-js'
import { createAction } from '../../core/action.ts'
import { problemSentence } from '../../core/form.ts'

type Props = { onPress: () => Promise<unknown>; children: JSX.Element; loud?: boolean }

export function Press(props: Props) {
  const action = createAction(() => props.onPress())

  return (
    <>
      <button
        class={props.loud ? 'button' : 'button quiet'}
        type="button"
        aria-disabled={action.busy() || undefined}
        onClick={() => action.run()}
      >
        {props.children}
      </button>
      <Show when={action.refused()}>
        {(no) => (
          <p class="form-problem" role="alert">
            {problemSentence(no())}
          </p>
        )}
      </Show>
    </>
  )
}
