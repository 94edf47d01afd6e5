import { createSignal, Show } from 'solid-js'
import { drawn } from '../../client/organising-teams.ts'

type Props = { ids: string[]; onOrder: (ids: string[], words: string) => void }

/** The first to present is scored lowest by habit, so that chance is the fairest order. It can be taken back. */
export function DrawOrder(props: Props) {
  const [before, setBefore] = createSignal<string[]>()
  const [said, setSaid] = createSignal('')
  // Teams that came or went since: then there is no order to go back to.
  const canGoBack = () => before()?.length === props.ids.length && before()?.every((id) => props.ids.includes(id))

  function draw() {
    setBefore(props.ids)
    setSaid('The order is drawn')
    props.onOrder(drawn(props.ids), '')
  }
  function goBack() {
    props.onOrder(before()!, '')
    setBefore(undefined)
    setSaid('The order is as it was')
  }
  return (
    <div class="stack">
      <div class="buttons">
        <button class="button quiet" type="button" onClick={draw}>
          Draw the order at random
        </button>
        <Show when={canGoBack()}>
          <button class="button quiet" type="button" onClick={goBack}>
            Put it back as it was
          </button>
        </Show>
        <p class="form-said" role="status">
          {said()}
        </p>
      </div>
      <p class="dim">
        Whoever goes first tends to be marked lowest, while judges find their feet. A draw is the fairest.
      </p>
    </div>
  )
}
